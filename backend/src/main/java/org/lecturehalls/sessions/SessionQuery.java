package org.lecturehalls.sessions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.regions.RegionCode;

/**
 * Which sessions are wanted: of a hall, of a lecturer, or of a region, that begin in a span of time.
 *
 * @param from included
 * @param to not included
 */
record SessionQuery(
        @Nullable String hallId,
        @Nullable String lecturerId,
        @Nullable RegionCode region,
        Instant from,
        Instant to) {

    SessionQuery {
        if (!to.isAfter(from)) {
            throw new InvalidInputException(List.of(FieldProblem.of("to", "before-from")));
        }
    }

    boolean includes(Session session) {
        var start = session.plan().startsAt();
        return !start.isBefore(from)
                && start.isBefore(to)
                && (region == null || region.contains(session.plan().place().region()));
    }
}
