package org.lecturehalls.lecturers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.Revised;
import org.lecturehalls.history.Revision;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A lecturer in a cohort.
 *
 * @param id cohort and lecturer, so that nobody is in a cohort twice
 * @param region the cohort's
 * @param attended codes of the courses the person was at, sorted
 * @param result null until it is known
 * @param certificateNumber drawn when the cohort closed and the person had passed
 */
@Document("trainees")
record Trainee(
        @Id String id,
        @Indexed String cohortId,
        @Indexed String lecturerId,
        RegionCode region,
        List<String> attended,
        @Nullable TrainingResult result,
        @Nullable String remark,
        @Nullable String certificateNumber,
        @Nullable Instant deletedAt,
        Revision revision)
        implements Revised<Trainee> {

    Trainee {
        attended = attended.stream().distinct().sorted().toList();
    }

    static String id(String cohortId, String lecturerId) {
        return cohortId + ":" + lecturerId;
    }

    static Trainee enrolled(Cohort cohort, String lecturerId, Revision revision) {
        return new Trainee(
                id(cohort.id(), lecturerId),
                cohort.id(),
                lecturerId,
                cohort.region(),
                List.of(),
                null,
                null,
                null,
                null,
                revision);
    }

    /** With what was noted; a failed trainee's next certificate would be another one. */
    Trainee noted(TraineeInput input) {
        String number = input.result() == TrainingResult.PASSED ? certificateNumber : null;
        return new Trainee(
                id,
                cohortId,
                lecturerId,
                region,
                input.attended(),
                input.result(),
                input.remark(),
                number,
                deletedAt,
                revision);
    }

    Trainee certifiedAs(String number) {
        return new Trainee(id, cohortId, lecturerId, region, attended, result, remark, number, deletedAt, revision);
    }

    boolean hasPassed() {
        return result == TrainingResult.PASSED;
    }

    @Override
    public Trainee revised(Revision next, @Nullable Instant deleted) {
        return new Trainee(
                id, cohortId, lecturerId, region, attended, result, remark, certificateNumber, deleted, next);
    }

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "attended",
                String.join("；", attended),
                "result",
                result == null ? "" : Objects.requireNonNull(TrainingResult.LABELS.get(result)),
                "remark",
                Objects.requireNonNullElse(remark, ""),
                "certificateNumber",
                Objects.requireNonNullElse(certificateNumber, ""));
    }
}
