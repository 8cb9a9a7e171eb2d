package org.lecturehalls.lecturers;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.exchange.Column;
import org.lecturehalls.exchange.ExchangedList;
import org.lecturehalls.exchange.RowCells;
import org.lecturehalls.exchange.RowOutcome;
import org.lecturehalls.exchange.Upsert;
import org.lecturehalls.history.RevisedRecords;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.ConflictException;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is in which cohort, with attendance and results, as rows of a spreadsheet. */
@Component
class TraineeList implements ExchangedList<TraineeRow> {

    private static final List<Column> COLUMNS = List.of(
            Column.required("cohort", "培训班编号"),
            Column.required("lecturer", "讲习员编号"),
            Column.informative("name", "姓名"),
            Column.optional("attended", "出勤课程代号"),
            Column.optional("result", "结果"),
            Column.optional("remark", "备注"),
            Column.informative("certificateNumber", "证书编号"));

    private static final int EXPORTED_AT_A_TIME = 200;

    private final TraineeRecords trainees;
    private final CohortRecords cohorts;
    private final LecturerRecords lecturers;

    TraineeList(TraineeRecords trainees, CohortRecords cohorts, LecturerRecords lecturers) {
        this.trainees = trainees;
        this.cohorts = cohorts;
        this.lecturers = lecturers;
    }

    @Override
    public String name() {
        return "trainees";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(LecturerAccess.OFFICERS);
    }

    @Override
    public TraineeRow read(RowCells row) {
        TrainingResult result = row.text("result").isEmpty() ? null : row.choice("result", TrainingResult.LABELS);
        return new TraineeRow(
                row.text("cohort"), row.text("lecturer"), row.texts("attended"), result, row.textOrNull("remark"));
    }

    @Override
    public String key(TraineeRow row) {
        return row.cohort() + "/" + row.lecturer();
    }

    @Override
    public Mono<List<RowOutcome>> save(List<TraineeRow> rows, CurrentUser user, boolean dryRun) {
        return Mono.zip(
                        cohorts.records()
                                .having("number", each(rows, TraineeRow::cohort))
                                .collectMap(Cohort::number),
                        lecturers
                                .records()
                                .having("number", each(rows, TraineeRow::lecturer))
                                .collectMap(Lecturer::number))
                .flatMap(found -> planned(rows, new TraineeRows(found.getT1(), found.getT2(), user)))
                .flatMap(planned -> Upsert.all(planned, trainees.records(), user, dryRun, saved -> {}));
    }

    private Mono<List<Upsert<Trainee>>> planned(List<TraineeRow> rows, TraineeRows known) {
        return trainees.records()
                .having("_id", rows.stream().flatMap(known::id).toList())
                .collectMap(Trainee::id)
                .flatMapMany(present -> Flux.fromIterable(rows)
                        .map(row -> known.plan(row, present, trainees.records().first(known.user()))))
                .concatMap(this::standing)
                .collectList();
    }

    /** Refuses to change a pass that a certificate was given for. */
    private Mono<Upsert<Trainee>> standing(Upsert<Trainee> planned) {
        Trainee before = planned.before();
        Trainee after = planned.after();
        if (before == null || after == null) {
            return Mono.just(planned);
        }
        return trainees.checkCertificate(before, after)
                .thenReturn(planned)
                .onErrorResume(
                        ConflictException.class,
                        stands -> Mono.just(Upsert.refuse(
                                "result", stands.code(), stands.args().toArray())));
    }

    private static Set<String> each(List<TraineeRow> rows, Function<TraineeRow, String> value) {
        return rows.stream().map(value).collect(Collectors.toSet());
    }

    @Override
    public Flux<List<String>> export(CurrentUser user) {
        Criteria wanted =
                new Criteria().andOperator(RevisedRecords.inside(user.region()), RevisedRecords.deleted(false));
        return trainees.records().all(wanted, "_id").buffer(EXPORTED_AT_A_TIME).concatMap(this::rows);
    }

    private Flux<List<String>> rows(List<Trainee> batch) {
        return Mono.zip(
                        cohorts.records()
                                .having(
                                        "_id",
                                        batch.stream()
                                                .map(Trainee::cohortId)
                                                .distinct()
                                                .toList())
                                .filter(Cohort::inUse)
                                .collectMap(Cohort::id),
                        lecturers
                                .records()
                                .having(
                                        "_id",
                                        batch.stream()
                                                .map(Trainee::lecturerId)
                                                .distinct()
                                                .toList())
                                .collectMap(Lecturer::id))
                .flatMapMany(found -> Flux.fromIterable(batch)
                        .filter(trainee -> found.getT1().containsKey(trainee.cohortId()))
                        .mapNotNull(trainee -> row(
                                trainee,
                                found.getT1().get(trainee.cohortId()),
                                found.getT2().get(trainee.lecturerId()))));
    }

    private static @Nullable List<String> row(Trainee trainee, @Nullable Cohort cohort, @Nullable Lecturer lecturer) {
        if (cohort == null || lecturer == null || !lecturer.inUse()) {
            return null;
        }
        return List.of(
                cohort.number(),
                lecturer.number(),
                lecturer.name(),
                String.join("；", trainee.attended()),
                Objects.requireNonNullElse(trainee.fields().get("result"), ""),
                Objects.requireNonNullElse(trainee.remark(), ""),
                Objects.requireNonNullElse(trainee.certificateNumber(), ""));
    }
}
