package org.lecturehalls.sessions.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One session as other calendars see it.
 *
 * @param uid the same for the life of the session
 * @param sequence grows with each change of time or place, so that a calendar replaces what it has
 */
public record CalendarEntry(
        String uid,
        int sequence,
        Instant changedAt,
        Instant startsAt,
        Instant endsAt,
        String title,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String description,
        @Nullable String address,
        boolean cancelled) {}
