package org.lecturehalls.lecturers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cohort as one of its trainees sees it.
 *
 * @param attended codes of the courses that the person was at
 * @param result once the cohort is closed: until then it may still be corrected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OwnTraining")
record OwnTrainingView(
        String cohortId,
        @Schema(example = "2027-01") String number,
        @Schema(example = "2027 年第一期讲习员培训班") String name,
        LocalDate startsOn,
        LocalDate endsOn,
        List<TrainingCourse> courses,
        @Schema(example = "[\"K1\"]") List<String> attended,
        CohortState state,
        @Nullable TrainingResult result,
        @Schema(example = "JXY-2027-000042") @Nullable String certificateNumber) {

    static OwnTrainingView of(Cohort cohort, Trainee trainee) {
        boolean closed = cohort.state() == CohortState.CLOSED;
        return new OwnTrainingView(
                cohort.id(),
                cohort.number(),
                cohort.name(),
                cohort.startsOn(),
                cohort.endsOn(),
                cohort.courses(),
                trainee.attended(),
                cohort.state(),
                closed ? trainee.result() : null,
                closed ? trainee.certificateNumber() : null);
    }
}
