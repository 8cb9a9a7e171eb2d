package org.lecturehalls.lecturers;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.FieldProblem;

/** What is noted about a trainee. */
record TraineeInput(
        @Schema(example = "[\"K1\", \"K2\"]", description = "Codes of the courses the person was at")
        @Size(max = CohortInput.MOST_COURSES)
        List<@NotNull String> attended,

        @Schema(description = "Left out until it is known") @Nullable
        TrainingResult result,

        @Schema(example = "结业试讲优秀") @Size(max = 200) @Nullable
        String remark) {

    TraineeInput {
        attended = attended == null ? List.of() : List.copyOf(attended);
    }

    /** What does not fit the cohort; nothing when all does. */
    Optional<FieldProblem> misfit(Cohort cohort) {
        return attended.stream()
                .filter(code -> !cohort.courseCodes().contains(code))
                .map(code -> FieldProblem.of("attended", "unknown-course-code", code))
                .findFirst();
    }
}
