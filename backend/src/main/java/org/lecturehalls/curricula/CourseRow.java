package org.lecturehalls.curricula;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row of a spreadsheet says of a course. Lessons are not in it, since they need media. */
record CourseRow(
        @NotBlank @Pattern(regexp = "[A-Za-z0-9-]{1,64}") String id,
        @NotBlank @Size(max = 120) String title,
        @Size(max = 4000) String summary,
        @NotNull CourseFormat format,
        @NotNull @Pattern(regexp = CourseInput.LANGUAGE) String language,
        @Nullable String subject,
        @Nullable CourseAudience audience,
        @Size(max = Prerequisites.MOST) List<String> prerequisites) {

    Course.Description description() {
        return new Course.Description(
                title.strip(),
                summary.strip(),
                format,
                language,
                subject,
                audience,
                prerequisites.stream().distinct().toList());
    }
}
