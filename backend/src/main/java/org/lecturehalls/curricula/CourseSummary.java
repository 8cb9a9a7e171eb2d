package org.lecturehalls.curricula;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A course in short. */
public record CourseSummary(String id, String title, List<LessonSummary> lessons) {

    /**
     * A lesson in short.
     *
     * @param durationSeconds of a video; null while it is not known, and for other lessons
     * @param sessionId where one meets; null in other lessons
     */
    public record LessonSummary(
            String id,
            String title,
            LessonKind kind,
            @Nullable Double durationSeconds,
            @Nullable String sessionId) {}

    public CourseSummary {
        lessons = List.copyOf(lessons);
    }

    public Optional<LessonSummary> lesson(String lessonId) {
        return lessons.stream().filter(lesson -> lesson.id().equals(lessonId)).findFirst();
    }

    static CourseSummary of(Course course) {
        List<LessonSummary> lessons = course.lessons().stream()
                .map(lesson -> new LessonSummary(
                        lesson.id(), lesson.title(), lesson.kind(), lesson.durationSeconds(), lesson.sessionId()))
                .toList();
        return new CourseSummary(course.id(), course.description().title(), lessons);
    }
}
