package org.lecturehalls.lecturers;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** One course on one day of a cohort; attendance is noted for each. */
record TrainingCourse(
        @Schema(example = "K1", description = "Short name, unique in the cohort")
        @NotNull
        @Pattern(regexp = "[A-Za-z0-9-]{1,16}")
        String code,

        @Schema(example = "怎样讲好乡村振兴") @NotBlank @Size(max = 100)
        String title,

        @Schema(example = "2027-03-01") @NotNull LocalDate day,

        @Schema(example = "4", description = "Teaching hours") @Min(1) @Max(12)
        int hours) {

    /** As one cell of a spreadsheet: code, day, hours, title. */
    String text() {
        return code + " " + day + " " + hours + " " + title;
    }

    /** @throws IllegalArgumentException when the text is not made as {@link #text()} makes it */
    static TrainingCourse parse(String text) {
        String[] parts = text.strip().split("\\s+", 4);
        if (parts.length < 4) {
            throw new IllegalArgumentException(text);
        }
        return new TrainingCourse(parts[0], parts[3], LocalDate.parse(parts[1]), Integer.parseInt(parts[2]));
    }
}
