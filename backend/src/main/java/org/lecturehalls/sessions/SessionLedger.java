package org.lecturehalls.sessions;

import java.time.Instant;
import org.lecturehalls.regions.RegionCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells what sessions amount to. */
public interface SessionLedger {

    /** Empty for a session that never was. */
    Mono<SessionFacts> facts(String sessionId);

    /** Of all sessions, in no order; read one after the other, never held together. */
    Flux<SessionFacts> all();

    /** Of the sessions of a region that start in a span of time, its end not included; in no order. */
    Flux<SessionFacts> between(RegionCode region, Instant from, Instant to);

    /** Sessions of the last weeks, whose lists may still change. */
    Flux<String> recentIds();
}
