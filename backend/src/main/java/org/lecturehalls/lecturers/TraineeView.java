package org.lecturehalls.lecturers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trainee as shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TraineeView(
        String cohortId,
        String lecturerId,
        @Schema(example = "[\"K1\"]") List<String> attended,
        @Nullable TrainingResult result,
        @Nullable String remark,
        @Schema(example = "JXY-2027-000042") @Nullable String certificateNumber,
        @Nullable Instant deletedAt,
        long version) {

    static TraineeView of(Trainee trainee) {
        return new TraineeView(
                trainee.cohortId(),
                trainee.lecturerId(),
                trainee.attended(),
                trainee.result(),
                trainee.remark(),
                trainee.certificateNumber(),
                trainee.deletedAt(),
                trainee.version());
    }
}
