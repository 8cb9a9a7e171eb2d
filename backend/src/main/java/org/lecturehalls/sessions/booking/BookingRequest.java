package org.lecturehalls.sessions.booking;

import java.time.Instant;
import java.util.Set;

/**
 * What a session needs.
 *
 * @param title for those whose request it displaces
 * @param place name of the place, for the same
 */
public record BookingRequest(
        String sessionId, String title, String place, Place at, Instant from, Instant to, Set<Resource> resources) {

    public BookingRequest {
        resources = Set.copyOf(resources);
    }
}
