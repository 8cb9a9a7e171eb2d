package org.lecturehalls.sessions.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail: what was changed after the fact, by whom and why.
 *
 * @param subject the person, or null when it is about the head count
 * @param value the new head count
 */
public record Correction(
        Kind kind,
        Instant at,
        String byId,
        String byName,
        @Nullable String subject,
        @Nullable Integer value,
        @Nullable String reason) {

    /** What was done. */
    public enum Kind {
        WITHDRAWN,
        RESTORED,
        HEAD_COUNT
    }
}
