package org.lecturehalls.sessions.booking;

import java.time.Duration;

/**
 * How long it takes from one place to the next: the straight line over a set speed, plus a buffer to pack up and park.
 *
 * @param kilometresPerHour of the straight line; mountain roads are longer than it, so this is below the speed on the road
 * @param buffer added whenever the place changes
 * @param longest no journey counts as longer; it bounds how far apart two sessions can disturb each other
 */
public record TravelRules(double kilometresPerHour, Duration buffer, Duration longest) {

    /** Nearer than this is the same place: the same courtyard, or two readings of one phone. */
    private static final double SAME_PLACE_KILOMETRES = 0.1;

    public TravelRules {
        if (!(kilometresPerHour > 0) || buffer.isNegative() || longest.compareTo(buffer) < 0) {
            throw new IllegalArgumentException("speed above 0, buffer from 0 to the longest journey");
        }
    }

    /** Zero within one place; otherwise at least the buffer and at most the longest journey. */
    public Duration between(Place one, Place other) {
        var kilometres = one.kilometresTo(other);
        if (kilometres < SAME_PLACE_KILOMETRES) {
            return Duration.ZERO;
        }
        var seconds = Math.ceil(kilometres / kilometresPerHour * 3600);
        var journey = Duration.ofSeconds((long) Math.min(seconds, longest.toSeconds()))
                .plus(buffer);
        return journey.compareTo(longest) > 0 ? longest : journey;
    }
}
