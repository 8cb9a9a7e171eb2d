package org.lecturehalls.lecturers;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lecturehalls.divisions.Divisions;
import org.lecturehalls.exchange.Column;
import org.lecturehalls.exchange.RevisedList;
import org.lecturehalls.exchange.RowCells;
import org.lecturehalls.exchange.Upsert;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.regions.RegionCode;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Cohorts as rows of a spreadsheet, told apart by their numbers. Rows of closed cohorts may only say what is known. */
@Component
class CohortList extends RevisedList<CohortInput, Cohort> {

    private static final List<Column> COLUMNS = List.of(
            Column.required("number", "编号"),
            Column.required("name", "名称"),
            Column.required("region", "区划代码"),
            Column.required("startsOn", "开班日期"),
            Column.required("endsOn", "结业日期"),
            Column.required("courses", "课程（代号 日期 学时 名称）"),
            Column.optional("validMonths", "证书有效月数"),
            Column.informative("state", "状态"));

    private static final LocalDate NO_DAY = LocalDate.EPOCH;

    private final CohortRecords cohorts;

    CohortList(CohortRecords cohorts, Divisions divisions) {
        super(cohorts.records(), divisions::resolve);
        this.cohorts = cohorts;
    }

    @Override
    public String name() {
        return "cohorts";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public CohortInput read(RowCells row) {
        return new CohortInput(
                row.text("number"),
                row.text("name"),
                row.region("region"),
                Objects.requireNonNullElse(row.dateOrNull("startsOn"), NO_DAY),
                Objects.requireNonNullElse(row.dateOrNull("endsOn"), NO_DAY),
                row.each("courses", "not-a-training-course", TrainingCourse::parse),
                row.read("validMonths", "not-a-number", Integer::valueOf).orElse(null));
    }

    @Override
    public String key(CohortInput input) {
        return input.number();
    }

    @Override
    protected RegionCode region(CohortInput row) {
        return row.region();
    }

    @Override
    protected RegionCode regionOf(Cohort record) {
        return record.region();
    }

    @Override
    protected Cohort create(CohortInput row, RegionCode region, CurrentUser user) {
        return Cohort.of(
                Ids.next(), row, region, CohortState.OPEN, cohorts.records().first(user));
    }

    @Override
    protected Cohort change(Cohort before, CohortInput row, RegionCode region) {
        return Cohort.of(before.id(), row, region, before.state(), before.revision());
    }

    @Override
    protected Mono<Map<CohortInput, Upsert<Cohort>>> misfits(List<CohortInput> rows) {
        return cohorts.records()
                .having("number", rows.stream().map(CohortInput::number).toList())
                .collectMap(Cohort::number)
                .map(present -> misfits(rows, present));
    }

    private static Map<CohortInput, Upsert<Cohort>> misfits(List<CohortInput> rows, Map<String, Cohort> present) {
        Map<CohortInput, Upsert<Cohort>> misfits = new HashMap<>();
        for (CohortInput row : rows) {
            row.misfit()
                    .ifPresent(wrong -> misfits.put(
                            row,
                            Upsert.refuse(
                                    wrong.field(), wrong.code(), wrong.args().toArray())));
            Cohort before = present.get(row.number());
            if (before != null && before.inUse() && !before.region().equals(row.region())) {
                misfits.put(row, Upsert.refuse("region", "cohort-stays-in-region"));
            } else if (before != null && before.inUse() && !before.isOpen() && changes(before, row)) {
                misfits.put(row, Upsert.refuse("number", "cohort-closed"));
            }
        }
        return misfits;
    }

    private static boolean changes(Cohort before, CohortInput row) {
        Cohort after = Cohort.of(before.id(), row, before.region(), before.state(), before.revision());
        return !after.fields().equals(before.fields());
    }
}
