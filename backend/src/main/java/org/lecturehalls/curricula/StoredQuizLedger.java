package org.lecturehalls.curricula;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

@Component
class StoredQuizLedger implements QuizLedger {

    private static final int MOST = 1000;

    private final ReactiveMongoOperations mongo;

    StoredQuizLedger(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Flux<PassedQuiz> passedBy(String userId) {
        Query passed = Query.query(where("userId").is(userId).and("passed").is(true));
        passed.fields().exclude("answers");
        return mongo.find(passed.limit(MOST), StoredAttempt.class, "quiz_attempts")
                .map(attempt -> new PassedQuiz(attempt.courseId(), attempt.lessonId()))
                .distinct();
    }

    /** What is read of an attempt. */
    private record StoredAttempt(String courseId, String lessonId) {}
}
