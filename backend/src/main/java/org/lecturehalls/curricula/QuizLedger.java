package org.lecturehalls.curricula;

import reactor.core.publisher.Flux;

/** Tells which quizzes people have passed. */
public interface QuizLedger {

    /** A quiz that somebody has passed at least once. */
    record PassedQuiz(String courseId, String lessonId) {}

    /** Each quiz once. */
    Flux<PassedQuiz> passedBy(String userId);
}
