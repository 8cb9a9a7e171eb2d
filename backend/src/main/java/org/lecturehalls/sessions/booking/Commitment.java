package org.lecturehalls.sessions.booking;

import reactor.core.publisher.Mono;

/** How a session comes to hold a booking: announced before the first claim, made true after the last. */
public interface Commitment<T> {

    /** Lets the session's document know that this booking is in the making. */
    Mono<Void> prepare(Booking booking);

    /** One atomic write that makes the booking the session's own; fails when it is not announced any more. */
    Mono<T> commit(Booking booking);
}
