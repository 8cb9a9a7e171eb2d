package org.lecturehalls.learning;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.curricula.CourseSummary;
import org.lecturehalls.curricula.CourseSummary.LessonSummary;
import org.lecturehalls.curricula.QuizLedger.PassedQuiz;

/**
 * What is on record about somebody's learning. Points and certificates are counted from it each time, so nothing can be
 * counted twice, and with the records they are gone.
 *
 * @param latestFirst places in lessons
 * @param passed quizzes
 * @param attended ids of sessions at which the person checked in
 */
record Learned(List<Progress> latestFirst, List<PassedQuiz> passed, Set<String> attended) {

    /** Courses in which something was learned, the latest watched first. */
    List<String> courseIds() {
        return Stream.concat(
                        latestFirst.stream().map(Progress::courseId),
                        passed.stream().map(PassedQuiz::courseId))
                .distinct()
                .toList();
    }

    /** Places by lesson. */
    Map<String, Progress> byLesson() {
        return latestFirst.stream()
                .collect(Collectors.toMap(Progress::lessonId, Function.identity(), (one, two) -> one));
    }

    boolean isDone(LessonSummary lesson, @Nullable Progress progress) {
        return switch (lesson.kind()) {
            case VIDEO, DOCUMENT -> progress != null && progress.completedAt() != null;
            case QUIZ -> passed.stream().anyMatch(quiz -> quiz.lessonId().equals(lesson.id()));
            case SESSION -> attended.contains(lesson.sessionId());
        };
    }

    /** Whether nothing of a course is left to do. */
    boolean isDone(CourseSummary course) {
        Map<String, Progress> places = byLesson();
        return !course.lessons().isEmpty()
                && course.lessons().stream().allMatch(lesson -> isDone(lesson, places.get(lesson.id())));
    }
}
