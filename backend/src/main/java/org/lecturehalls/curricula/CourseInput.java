package org.lecturehalls.curricula;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What callers send about a course. */
final class CourseInput {

    private CourseInput() {}

    /** What a course is about. */
    record CourseText(
            @NotBlank @Size(max = 120) String title,
            @NotNull @Size(max = 4000) String summary,
            @NotNull CourseFormat format,

            @NotNull @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
            String language) {

        Course.Description description() {
            return new Course.Description(title.strip(), summary.strip(), format, language);
        }
    }

    /** A lesson to add. */
    record NewLesson(
            @NotBlank @Size(max = 120) String title,
            @NotBlank @Size(max = 64) String mediaAssetId) {}

    /** Why a course is returned. */
    record ReviewNote(@NotBlank @Size(max = 2000) String note) {}
}
