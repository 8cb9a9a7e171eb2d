package org.lecturehalls.curricula;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A course in short. */
public record CourseSummary(String id, String title, List<LessonSummary> lessons) {

    /**
     * A lesson in short.
     *
     * @param durationSeconds of a video; null while it is not known, and for a document
     */
    public record LessonSummary(
            String id, String title, @Nullable Double durationSeconds) {}

    public CourseSummary {
        lessons = List.copyOf(lessons);
    }

    public Optional<LessonSummary> lesson(String lessonId) {
        return lessons.stream().filter(lesson -> lesson.id().equals(lessonId)).findFirst();
    }

    static CourseSummary of(Course course) {
        List<LessonSummary> lessons = course.lessons().stream()
                .map(lesson -> new LessonSummary(lesson.id(), lesson.title(), lesson.durationSeconds()))
                .toList();
        return new CourseSummary(course.id(), course.description().title(), lessons);
    }
}
