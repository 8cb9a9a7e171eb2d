package org.lecturehalls.sessions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Tells what is on in a hall. */
public interface HallProgramme {

    /**
     * Sessions of a hall that take place and start in a span of time, its end not included; in order of time. Fails when the
     * span is longer than a year or so.
     */
    Flux<Item> of(String hallId, Instant from, Instant to);

    /**
     * One session.
     *
     * @param courseId the course that is taught; null when it is none of the platform's
     */
    record Item(
            String sessionId,
            String title,
            Instant startsAt,
            @Nullable String courseId) {}
}
