package org.lecturehalls.curricula;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers send about a course. */
final class CourseInput {

    static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";

    private CourseInput() {}

    /** What a course is about. */
    record CourseText(
            @NotBlank @Size(max = 120) String title,
            @NotNull @Size(max = 4000) String summary,
            @NotNull CourseFormat format,

            @NotNull @Pattern(regexp = LANGUAGE) String language,

            @Schema(example = "farming-skills", description = "Id of a subject area") @Size(max = 40) @Nullable
            String subject,

            @Nullable CourseAudience audience,

            @Schema(description = "Ids of published courses to be watched before")
            @Size(max = Prerequisites.MOST)
            @Nullable
            List<@NotBlank @Size(max = 64) String> prerequisites) {

        Course.Description description() {
            return new Course.Description(
                    title.strip(),
                    summary.strip(),
                    format,
                    language,
                    subject,
                    audience,
                    prerequisites == null
                            ? List.of()
                            : prerequisites.stream().distinct().toList());
        }
    }

    /** A lesson to add. */
    record NewLesson(
            @NotBlank @Size(max = 120) String title,
            @NotBlank @Size(max = 64) String mediaAssetId) {}

    /** A lesson that takes place in a hall. */
    record NewSessionLesson(
            @NotBlank @Size(max = 120) String title,

            @Schema(description = "Id of a session") @NotBlank @Size(max = 64)
            String sessionId) {}

    /** The lessons in another order. */
    record LessonOrder(
            @Schema(description = "Ids of all the course's lessons") @NotNull @Size(max = Courses.MOST_LESSONS)
            List<@NotNull String> lessonIds) {}

    /** Why a course is returned. */
    record ReviewNote(@NotBlank @Size(max = 2000) String note) {}
}
