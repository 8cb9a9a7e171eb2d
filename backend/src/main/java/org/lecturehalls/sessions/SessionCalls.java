package org.lecturehalls.sessions;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells who has to come to which session. */
public interface SessionCalls {

    /** Also of a cancelled session; empty for one that never was. */
    Mono<SessionCall> of(String sessionId);

    /** Of sessions that start in a span of time, its end not included; cancelled ones are left out. */
    Flux<SessionCall> startingBetween(Instant from, Instant to);

    /** Of sessions whose record falls due in a span of time and is not there. */
    Flux<SessionCall> recordsDueBetween(Instant from, Instant to);
}
