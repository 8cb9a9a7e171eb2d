package org.lecturehalls.lecturers;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.regions.RegionCode;

/** What people say about a cohort, in a form or in a row of a spreadsheet. */
record CohortInput(
        @Schema(example = "PX-2027-01", description = "The cohort's own number, unique in the city")
        @NotBlank
        @Size(max = 32)
        @Pattern(regexp = "[A-Za-z0-9-]*")
        String number,

        @Schema(example = "2027 年第一期讲习员培训班") @NotBlank @Size(max = 100)
        String name,

        @Schema(type = "string", example = "4510") @NotNull RegionCode region,

        @Schema(example = "2027-03-01") @NotNull LocalDate startsOn,
        @Schema(example = "2027-03-05") @NotNull LocalDate endsOn,
        @NotEmpty @Size(max = CohortInput.MOST_COURSES) List<@Valid @NotNull TrainingCourse> courses,

        @Schema(example = "36", description = "How long its certificates are good for; the city's rule when left out")
        @Min(1)
        @Max(240)
        @Nullable
        Integer validMonths) {

    static final int MOST_COURSES = 60;
    private static final int LONGEST_DAYS = 400;

    CohortInput {
        courses = courses == null ? List.of() : List.copyOf(courses);
    }

    /** What does not fit together; nothing when all does. */
    Optional<FieldProblem> misfit() {
        if (endsOn.isBefore(startsOn) || startsOn.plusDays(LONGEST_DAYS).isBefore(endsOn)) {
            return Optional.of(FieldProblem.of("endsOn", "cohort-length", LONGEST_DAYS));
        }
        long codes = courses.stream().map(TrainingCourse::code).distinct().count();
        if (codes < courses.size()) {
            return Optional.of(FieldProblem.of("courses", "course-code-repeats"));
        }
        return courses.stream()
                .filter(course ->
                        course.day().isBefore(startsOn) || course.day().isAfter(endsOn))
                .map(course -> FieldProblem.of("courses", "course-day-outside", course.code()))
                .findFirst();
    }
}
