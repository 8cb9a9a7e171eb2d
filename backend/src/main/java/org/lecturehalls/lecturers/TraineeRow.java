package org.lecturehalls.lecturers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trainee as a row of a spreadsheet, with numbers where the platform has ids. */
record TraineeRow(
        @NotBlank @Size(max = 32) String cohort,
        @NotBlank @Size(max = 32) String lecturer,
        @Size(max = CohortInput.MOST_COURSES) List<String> attended,
        @Nullable TrainingResult result,
        @Size(max = 200) @Nullable String remark) {

    TraineeInput input() {
        return new TraineeInput(attended, result, remark);
    }
}
