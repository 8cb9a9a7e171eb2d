package org.lecturehalls.sessions.booking;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One session's hold on a resource, as it stands in the resource's timetable.
 *
 * @param bookingId changes each time the session is booked anew, so that an old hold is told from the current one
 * @param heldUntil set while the booking is still being made; after this moment anyone may settle what became of it
 */
record Claim(
        String bookingId,
        String sessionId,
        String title,
        String place,
        Place at,
        Instant from,
        Instant to,
        @Nullable Instant heldUntil) {

    boolean isOf(String booking) {
        return bookingId.equals(booking);
    }

    boolean isFirm() {
        return heldUntil == null;
    }

    boolean hasLapsed(Instant now) {
        return heldUntil != null && heldUntil.isBefore(now);
    }

    /** Whether both can't be kept by this kind of resource. Touching ends are fine in one place. */
    boolean clashesWith(Claim other, ResourceKind kind, TravelRules travel) {
        var gap = kind.travels() ? travel.between(at, other.at) : Duration.ZERO;
        return from.isBefore(other.to.plus(gap)) && other.from.isBefore(to.plus(gap));
    }
}
