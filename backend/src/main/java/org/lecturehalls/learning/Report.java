package org.lecturehalls.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device tells of the watching of one lesson since it last told.
 *
 * @param lessonSeconds how long the lesson is, null when that is not known
 * @param spent time in which the stretches were watched, as the device measured it
 * @param finished whether a document was read to its end, as the person says
 * @param at when the person was at the position; before now when the device had no network since
 */
record Report(
        String userId,
        String lessonId,
        String courseId,
        double positionSeconds,
        @Nullable Double lessonSeconds,
        List<Span> watched,
        Duration spent,
        boolean finished,
        Instant at) {

    String id() {
        return Progress.id(userId, lessonId);
    }
}
