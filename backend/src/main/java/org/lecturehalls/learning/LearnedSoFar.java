package org.lecturehalls.learning;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.curricula.CourseSummary;
import org.lecturehalls.curricula.CourseSummary.LessonSummary;
import org.lecturehalls.curricula.LessonKind;

/**
 * What somebody has learned so far.
 *
 * @param points {@value #POINTS_FOR_A_LESSON} for each lesson done, {@value #POINTS_FOR_A_SESSION} for each session attended
 * @param lessons done, in courses that are still published; sessions count by themselves
 * @param sessions at which the person checked in
 * @param seconds watched, each second of a lesson once
 */
record LearnedSoFar(
        @Schema(example = "70") int points,
        @Schema(example = "5") int lessons,
        @Schema(example = "1") int sessions,
        @Schema(example = "5400") double seconds,
        List<CourseProgress> courses) {

    static final int POINTS_FOR_A_LESSON = 10;
    static final int POINTS_FOR_A_SESSION = 20;

    /**
     * One course.
     *
     * @param share of the course that was done, 0 to 1; lessons whose length is not known count when they are done
     */
    record CourseProgress(String courseId, String title, int lessons, int completed, double share) {}

    static LearnedSoFar of(Learned learned, Map<String, CourseSummary> published) {
        Map<String, Progress> places = learned.byLesson();
        List<CourseSummary> courses = learned.courseIds().stream()
                .map(published::get)
                .filter(Objects::nonNull)
                .toList();
        Set<String> done = new HashSet<>();
        courses.stream()
                .flatMap(course -> course.lessons().stream())
                .filter(lesson -> lesson.kind() != LessonKind.SESSION)
                .filter(lesson -> learned.isDone(lesson, places.get(lesson.id())))
                .forEach(lesson -> done.add(lesson.id()));
        int sessions = learned.attended().size();
        double seconds = learned.latestFirst().stream()
                .filter(progress -> published.containsKey(progress.courseId()))
                .mapToDouble(progress -> progress.coverage().seconds())
                .sum();
        return new LearnedSoFar(
                done.size() * POINTS_FOR_A_LESSON + sessions * POINTS_FOR_A_SESSION,
                done.size(),
                sessions,
                seconds,
                courses.stream().map(course -> course(course, learned, places)).toList());
    }

    private static CourseProgress course(CourseSummary course, Learned learned, Map<String, Progress> places) {
        int completed = (int) course.lessons().stream()
                .filter(lesson -> learned.isDone(lesson, places.get(lesson.id())))
                .count();
        double share = course.lessons().stream()
                .mapToDouble(lesson -> share(lesson, learned, places.get(lesson.id())))
                .average()
                .orElse(0);
        return new CourseProgress(course.id(), course.title(), course.lessons().size(), completed, share);
    }

    private static double share(LessonSummary lesson, Learned learned, @Nullable Progress progress) {
        if (learned.isDone(lesson, progress)) {
            return 1;
        }
        Double duration = lesson.durationSeconds();
        return progress == null || duration == null || duration <= 0
                ? 0
                : Math.min(1, progress.coverage().seconds() / duration);
    }
}
