package org.lecturehalls.curricula;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;

/** A course as callers see it. */
record CourseView(
        String id,
        String title,
        String summary,
        CourseFormat format,
        String language,
        @Nullable String subject,
        @Nullable CourseAudience audience,
        List<String> prerequisites,
        CourseState state,
        RegionCode region,
        String ownerId,
        String ownerName,
        List<LessonView> lessons,
        @Nullable String reviewNote,
        @Nullable Instant publishedAt,

        @Schema(description = "Id of the published course whose content this is to replace") @Nullable
        String revises,

        long version) {

    /** A lesson as callers see it. */
    record LessonView(
            String id,
            String title,
            LessonKind kind,
            @Nullable String mediaAssetId,
            @Nullable Double durationSeconds,
            @Nullable String sessionId,

            @Schema(description = "Id of the document that is shown beside a video") @Nullable
            String slidesAssetId) {}

    static CourseView of(Course course) {
        return new CourseView(
                course.id(),
                course.description().title(),
                course.description().summary(),
                course.description().format(),
                course.description().language(),
                course.description().subject(),
                course.description().audience(),
                course.description().required(),
                course.state(),
                course.region(),
                course.ownerId(),
                course.ownerName(),
                course.lessons().stream().map(CourseView::lesson).toList(),
                course.reviewNote(),
                course.publishedAt(),
                course.revises(),
                course.storedVersion());
    }

    private static LessonView lesson(Lesson lesson) {
        return new LessonView(
                lesson.id(),
                lesson.title(),
                lesson.kind(),
                lesson.mediaAssetId(),
                lesson.durationSeconds(),
                lesson.sessionId(),
                lesson.slides() == null ? null : lesson.slides().mediaAssetId());
    }
}
