package org.lecturehalls.lecturers;

import java.util.ArrayList;
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
import org.lecturehalls.platform.DomainException;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.regions.RegionCode;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lecturers as rows of a spreadsheet, told apart by their numbers. */
@Component
class LecturerList extends RevisedList<LecturerInput, Lecturer> {

    private static final List<Column> COLUMNS = List.of(
            Column.required("number", "编号"),
            Column.required("name", "姓名"),
            Column.required("region", "区划代码"),
            Column.required("categories", "类别"),
            Column.optional("subjects", "宣讲主题"),
            Column.optional("formats", "宣讲形式"),
            Column.optional("languages", "语言"),
            Column.optional("homeHallId", "所在讲习所"),
            Column.optional("teamId", "讲习队"),
            Column.optional("userId", "账号"),
            Column.optional("phone", "电话"));

    private final LecturerRecords lecturers;
    private final RowReferences references;

    LecturerList(LecturerRecords lecturers, RowReferences references, Divisions divisions) {
        super(lecturers.records(), divisions::resolve);
        this.lecturers = lecturers;
        this.references = references;
    }

    @Override
    public String name() {
        return "lecturers";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public LecturerInput read(RowCells row) {
        return new LecturerInput(
                row.text("number"),
                row.text("name"),
                row.region("region"),
                row.choices("categories", LecturerCategory.LABELS),
                row.texts("subjects"),
                row.choices("formats", LectureForm.LABELS),
                row.choices("languages", SpokenLanguage.LABELS),
                row.textOrNull("homeHallId"),
                row.textOrNull("teamId"),
                row.textOrNull("userId"),
                row.textOrNull("phone"));
    }

    @Override
    public String key(LecturerInput input) {
        return input.number();
    }

    @Override
    protected RegionCode region(LecturerInput row) {
        return row.region();
    }

    @Override
    protected RegionCode regionOf(Lecturer record) {
        return record.region();
    }

    @Override
    protected Lecturer create(LecturerInput row, RegionCode region, CurrentUser user) {
        String id = Ids.next();
        return Lecturer.of(
                id,
                row,
                region,
                lecturers.sealed(row, id, null),
                lecturers.records().first(user));
    }

    @Override
    protected Lecturer change(Lecturer before, LecturerInput row, RegionCode region) {
        return Lecturer.of(before.id(), row, region, lecturers.sealed(row, before.id(), before), before.revision());
    }

    @Override
    protected Mono<List<Map<String, String>>> cells(List<Lecturer> some) {
        return references
                .ofLecturers(some)
                .map(found ->
                        some.stream().map(lecturer -> cells(lecturer, found)).toList());
    }

    private Map<String, String> cells(Lecturer lecturer, RowReferences.Found found) {
        Map<String, String> cells = new HashMap<>(lecturer.fields());
        cells.put("phone", Objects.requireNonNullElse(lecturers.phone(lecturer), ""));
        found.show(cells);
        return cells;
    }

    @Override
    protected void saved(Lecturer record) {
        lecturers.tell(record);
    }

    @Override
    protected Mono<Prepared<LecturerInput, Lecturer>> prepare(List<LecturerInput> rows) {
        return references.of(rows).flatMap(found -> prepare(rows, found));
    }

    private Mono<Prepared<LecturerInput, Lecturer>> prepare(List<LecturerInput> rows, RowReferences.Found found) {
        Map<LecturerInput, Upsert<Lecturer>> ambiguous = new HashMap<>();
        List<LecturerInput> resolved = new ArrayList<>();
        for (LecturerInput row : rows) {
            Upsert<Lecturer> refused = found.ambiguity(row);
            if (refused == null) {
                resolved.add(found.resolved(row));
            } else {
                resolved.add(row);
                ambiguous.put(row, refused);
            }
        }
        return misfits(resolved).map(misfits -> {
            misfits.putAll(ambiguous);
            return new Prepared<>(resolved, misfits);
        });
    }

    @Override
    protected Mono<Map<LecturerInput, Upsert<Lecturer>>> misfits(List<LecturerInput> rows) {
        return Flux.fromIterable(rows)
                .concatMap(row -> lecturers
                        .checkRow(row)
                        .then(Mono.<Map.Entry<LecturerInput, Upsert<Lecturer>>>empty())
                        .onErrorResume(DomainException.class, wrong -> Mono.just(Map.entry(row, refused(wrong)))))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Upsert<Lecturer> refused(DomainException wrong) {
        List<FieldProblem> fields = wrong.fields();
        return fields.isEmpty()
                ? Upsert.refuse("", wrong.code(), wrong.args().toArray())
                : new Upsert<>(null, null, fields);
    }
}
