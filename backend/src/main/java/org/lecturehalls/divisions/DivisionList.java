package org.lecturehalls.divisions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.exchange.Column;
import org.lecturehalls.exchange.ExchangedList;
import org.lecturehalls.exchange.RowCells;
import org.lecturehalls.exchange.RowOutcome;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The divisions of the official list, whose columns are {@code code,name} and, for people, {@code parent_code,level}. */
@Component
class DivisionList implements ExchangedList<DivisionList.Row> {

    private static final List<Column> COLUMNS = List.of(
            Column.required("code", "区划代码"),
            Column.required("name", "名称"),
            Column.informative("parent_code", "上级代码"),
            Column.informative("level", "级别"));

    private final ReactiveMongoOperations mongo;
    private final DivisionData data;
    private final DivisionHistory history;

    DivisionList(ReactiveMongoOperations mongo, DivisionData data, DivisionHistory history) {
        this.mongo = mongo;
        this.data = data;
        this.history = history;
    }

    /** One row of the list. */
    record Row(
            @NotNull RegionCode code,
            @NotBlank @Size(max = 60) String name) {}

    @Override
    public String name() {
        return "regions";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADMIN);
    }

    @Override
    public Row read(RowCells row) {
        return new Row(row.region("code"), row.text("name"));
    }

    @Override
    public String key(Row input) {
        return input.code().value();
    }

    @Override
    public Mono<List<RowOutcome>> save(List<Row> rows, CurrentUser user, boolean dryRun) {
        Query present = DivisionTree.byCodes(rows.stream().map(this::key).toList());
        return data.loaded()
                .thenMany(mongo.find(present, Division.class))
                .collectMap(Division::code)
                .flatMap(found -> save(rows, found, user, dryRun));
    }

    private Mono<List<RowOutcome>> save(
            List<Row> rows, Map<String, Division> present, CurrentUser user, boolean dryRun) {
        List<RowOutcome> outcomes = rows.stream()
                .map(row -> outcome(row, present.get(row.code().value()), user))
                .toList();
        return dryRun
                ? Mono.just(outcomes)
                : Flux.range(0, rows.size())
                        .filter(i -> outcomes.get(i) == RowOutcome.CHANGED)
                        .concatMap(i -> rename(rows.get(i), present, user))
                        .then(create(rows, outcomes, user))
                        .thenReturn(outcomes);
    }

    private Mono<Void> create(List<Row> rows, List<RowOutcome> outcomes, CurrentUser user) {
        List<Division> created = IntStream.range(0, rows.size())
                .filter(i -> outcomes.get(i) == RowOutcome.CREATED)
                .mapToObj(rows::get)
                .map(row -> Division.of(row.code(), row.name()).after(history.first(user)))
                .toList();
        return created.isEmpty()
                ? Mono.empty()
                : mongo.insert(created, Division.class).then();
    }

    private Mono<Void> rename(Row row, Map<String, Division> present, CurrentUser user) {
        return Mono.justOrEmpty(present.get(row.code().value()))
                .flatMap(before -> history.rename(before, row.name(), user));
    }

    private static RowOutcome outcome(Row row, @Nullable Division present, CurrentUser user) {
        if (!user.mayActIn(row.code())) {
            return RowOutcome.refused("code", "outside-region");
        }
        if (present == null) {
            return RowOutcome.CREATED;
        }
        return present.name().equals(row.name()) ? RowOutcome.SAME : RowOutcome.CHANGED;
    }

    @Override
    public Flux<List<String>> export(CurrentUser user) {
        String scope = user.region().value();
        Query query = Query.query(Criteria.where("_id").gte(scope).lt(scope + DivisionTree.END))
                .with(Sort.by("_id"));
        return data.loaded().thenMany(mongo.find(query, Division.class)).map(DivisionList::cells);
    }

    private static List<String> cells(Division division) {
        String level = DivisionLevel.of(new RegionCode(division.code())).name();
        return List.of(division.code(), division.name(), division.parent(), level.toLowerCase(Locale.ROOT));
    }
}
