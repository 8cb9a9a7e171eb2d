package org.lecturehalls.curricula;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What somebody answered, and what it was worth then; a quiz that is changed later changes nothing here.
 *
 * @param id person, lesson and count, so that two attempts at once are two, and their number is bounded
 * @param total how many questions there were
 */
@Document("quiz_attempts")
@CompoundIndex(def = "{'userId': 1, 'lessonId': 1, 'count': -1}")
record QuizAttempt(
        @Id String id,
        String userId,
        String courseId,
        String lessonId,
        int count,
        List<Answer> answers,
        int right,
        int total,
        boolean passed,
        Instant at) {

    /** An answer and whether it was right. */
    record Answer(
            String questionId,
            List<Integer> chosen,
            @Nullable String typed,
            boolean right) {}

    static String id(String userId, String lessonId, int count) {
        return userId + ":" + lessonId + ":" + count;
    }
}
