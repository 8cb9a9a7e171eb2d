package org.lecturehalls.learning;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.curricula.CourseSummary;
import org.lecturehalls.curricula.CourseSummary.LessonSummary;

/**
 * What somebody has learned so far.
 *
 * @param points {@value #POINTS_FOR_A_LESSON} for each lesson seen
 * @param lessons seen, in courses that are still published
 * @param seconds watched, each second of a lesson once
 */
record LearnedSoFar(int points, int lessons, double seconds, List<CourseProgress> courses) {

    static final int POINTS_FOR_A_LESSON = 10;

    /**
     * One course.
     *
     * @param share of the course that was watched, 0 to 1; lessons whose length is not known count when they are seen
     */
    record CourseProgress(String courseId, String title, int lessons, int completed, double share) {}

    static LearnedSoFar of(List<Progress> latestFirst, Map<String, CourseSummary> published) {
        Map<String, List<Progress>> byCourse = latestFirst.stream()
                .filter(progress -> published.containsKey(progress.courseId()))
                .collect(Collectors.groupingBy(Progress::courseId));
        List<CourseProgress> courses = latestFirst.stream()
                .map(Progress::courseId)
                .distinct()
                .map(published::get)
                .filter(Objects::nonNull)
                .map(course -> course(course, byCourse.getOrDefault(course.id(), List.of())))
                .toList();
        int lessons = courses.stream().mapToInt(CourseProgress::completed).sum();
        double seconds = byCourse.values().stream()
                .flatMap(List::stream)
                .mapToDouble(progress -> progress.coverage().seconds())
                .sum();
        return new LearnedSoFar(lessons * POINTS_FOR_A_LESSON, lessons, seconds, courses);
    }

    private static CourseProgress course(CourseSummary course, List<Progress> all) {
        Map<String, Progress> byLesson =
                all.stream().collect(Collectors.toMap(Progress::lessonId, progress -> progress, (one, other) -> one));
        int completed = (int) course.lessons().stream()
                .map(lesson -> byLesson.get(lesson.id()))
                .filter(progress -> progress != null && progress.completedAt() != null)
                .count();
        double share = course.lessons().stream()
                .mapToDouble(lesson -> share(lesson, byLesson.get(lesson.id())))
                .average()
                .orElse(0);
        return new CourseProgress(course.id(), course.title(), course.lessons().size(), completed, share);
    }

    private static double share(LessonSummary lesson, @Nullable Progress progress) {
        if (progress == null) {
            return 0;
        }
        if (progress.completedAt() != null) {
            return 1;
        }
        Double duration = lesson.durationSeconds();
        return duration == null || duration <= 0
                ? 0
                : Math.min(1, progress.coverage().seconds() / duration);
    }
}
