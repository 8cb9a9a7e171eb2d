package org.lecturehalls.lecturers;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.exchange.Upsert;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;

/**
 * Decides what rows about trainees mean.
 *
 * @param cohorts by number
 * @param lecturers by number
 */
record TraineeRows(Map<String, Cohort> cohorts, Map<String, Lecturer> lecturers, CurrentUser user) {

    /** The id of the trainee that a row is about; none when cohort or lecturer are unknown. */
    Stream<String> id(TraineeRow row) {
        Cohort cohort = cohorts.get(row.cohort());
        Lecturer lecturer = lecturers.get(row.lecturer());
        return cohort == null || lecturer == null ? Stream.empty() : Stream.of(Trainee.id(cohort.id(), lecturer.id()));
    }

    /**
     * @param present trainees by id
     * @param first the revision of a new trainee
     */
    Upsert<Trainee> plan(TraineeRow row, Map<String, Trainee> present, Revision first) {
        Cohort cohort = cohorts.get(row.cohort());
        Lecturer lecturer = lecturers.get(row.lecturer());
        if (cohort == null || !cohort.inUse()) {
            return Upsert.refuse("cohort", "unknown-cohort");
        }
        if (lecturer == null || !lecturer.inUse()) {
            return Upsert.refuse("lecturer", "unknown-lecturer");
        }
        Trainee before = present.get(Trainee.id(cohort.id(), lecturer.id()));
        Upsert<Trainee> refused = refuse(row, cohort, lecturer, before);
        return refused != null ? refused : upsert(row, cohort, lecturer, before, first);
    }

    private @Nullable Upsert<Trainee> refuse(
            TraineeRow row, Cohort cohort, Lecturer lecturer, @Nullable Trainee before) {
        if (!user.mayActIn(cohort.region())) {
            return Upsert.refuse("cohort", "outside-region");
        }
        if (before == null && !user.mayActIn(lecturer.region())) {
            return Upsert.refuse("lecturer", "outside-region");
        }
        if (before != null && !before.inUse()) {
            return Upsert.refuse("lecturer", "deleted-record");
        }
        if (!cohort.isOpen() && (before == null || changes(before, row))) {
            return Upsert.refuse("cohort", "cohort-closed");
        }
        return row.input()
                .misfit(cohort)
                .map(wrong -> Upsert.<Trainee>refuse(
                        wrong.field(), wrong.code(), wrong.args().toArray()))
                .orElse(null);
    }

    private static boolean changes(Trainee before, TraineeRow row) {
        return !before.noted(row.input()).fields().equals(before.fields());
    }

    private static Upsert<Trainee> upsert(
            TraineeRow row, Cohort cohort, Lecturer lecturer, @Nullable Trainee before, Revision first) {
        return before == null
                ? Upsert.of(null, Trainee.enrolled(cohort, lecturer.id(), first).noted(row.input()))
                : Upsert.of(before, before.noted(row.input()));
    }
}
