package org.lecturehalls.sessions.booking;

import reactor.core.publisher.Mono;

/** Knows which bookings count. */
public interface BookingOwner {

    /**
     * Settles a booking for good, in one atomic write: one that has not been committed by now never will be.
     *
     * @return whether it is the session's booking and the session takes place; never empty
     */
    Mono<Boolean> settle(String sessionId, String bookingId);
}
