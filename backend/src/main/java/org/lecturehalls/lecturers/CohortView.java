package org.lecturehalls.lecturers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;

/** A cohort as shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CohortView(
        String id,
        @Schema(example = "PX-2027-01") String number,
        @Schema(example = "2027 年第一期讲习员培训班") String name,
        @Schema(type = "string", example = "4510") RegionCode region,
        LocalDate startsOn,
        LocalDate endsOn,
        List<TrainingCourse> courses,
        @Schema(example = "36") @Nullable Integer validMonths,
        CohortState state,
        @Nullable Instant deletedAt,
        long version) {

    static CohortView of(Cohort cohort) {
        return new CohortView(
                cohort.id(),
                cohort.number(),
                cohort.name(),
                cohort.region(),
                cohort.startsOn(),
                cohort.endsOn(),
                cohort.courses(),
                cohort.validMonths(),
                cohort.state(),
                cohort.deletedAt(),
                cohort.version());
    }
}
