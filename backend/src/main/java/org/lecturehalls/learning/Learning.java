package org.lecturehalls.learning;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lecturehalls.curricula.CourseCatalogue;
import org.lecturehalls.curricula.CourseSummary;
import org.lecturehalls.curricula.QuizLedger;
import org.lecturehalls.sessions.AttendanceLedger;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What people have learned, counted from what is on record. */
@Service
class Learning {

    private static final int LESSONS_READ = 1000;

    private final ProgressStore store;
    private final CourseCatalogue catalogue;
    private final QuizLedger quizzes;
    private final AttendanceLedger attendance;

    Learning(ProgressStore store, CourseCatalogue catalogue, QuizLedger quizzes, AttendanceLedger attendance) {
        this.store = store;
        this.catalogue = catalogue;
        this.quizzes = quizzes;
        this.attendance = attendance;
    }

    /** Everything the person has learned in courses that are still published, of the last {@value #LESSONS_READ} lessons. */
    Mono<LearnedSoFar> soFar(String userId) {
        return of(userId)
                .flatMap(learned -> catalogue
                        .published(learned.courseIds())
                        .collectMap(CourseSummary::id)
                        .map(courses -> LearnedSoFar.of(learned, courses)));
    }

    Mono<Learned> of(String userId) {
        Mono<List<Progress>> places = store.latest(userId, LESSONS_READ).collectList();
        Mono<List<QuizLedger.PassedQuiz>> passed = quizzes.passedBy(userId).collectList();
        Mono<Set<String>> attended = attendance.attendedBy(userId).collect(Collectors.toSet());
        return Mono.zip(places, passed, attended).map(all -> new Learned(all.getT1(), all.getT2(), all.getT3()));
    }
}
