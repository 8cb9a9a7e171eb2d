package org.lecturehalls.sessions;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells what sessions amount to. */
public interface SessionLedger {

    /** Empty for a session that never was. */
    Mono<SessionFacts> facts(String sessionId);

    /** Of all sessions, in no order; read one after the other, never held together. */
    Flux<SessionFacts> all();

    /** Sessions of the last weeks, whose lists may still change. */
    Flux<String> recentIds();
}
