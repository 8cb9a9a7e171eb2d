package org.lecturehalls.learning;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Where somebody stopped in a lesson.
 *
 * @param id person and lesson, so that saving a place is one write by id
 * @param updatedAt when the place was saved, by the clock of the backend
 */
@Document("progress")
@CompoundIndex(def = "{'userId': 1, 'updatedAt': -1}")
record Progress(
        @Id String id, String userId, String lessonId, String courseId, double positionSeconds, Instant updatedAt) {

    static String id(String userId, String lessonId) {
        return userId + ":" + lessonId;
    }
}
