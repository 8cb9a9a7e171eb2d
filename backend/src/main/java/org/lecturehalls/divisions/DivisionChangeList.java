package org.lecturehalls.divisions;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** Which code took the place of which. The division with the old code leaves the tree, its code finds the new one. */
@Component
class DivisionChangeList implements ExchangedList<DivisionChangeList.Row> {

    private static final List<Column> COLUMNS = List.of(
            Column.required("oldCode", "原代码"), Column.required("newCode", "新代码"), Column.required("year", "年份"));

    private final ReactiveMongoOperations mongo;
    private final DivisionTree tree;
    private final DivisionHistory history;

    DivisionChangeList(ReactiveMongoOperations mongo, DivisionTree tree, DivisionHistory history) {
        this.mongo = mongo;
        this.tree = tree;
        this.history = history;
    }

    /** One row of the list. */
    record Row(
            @NotNull RegionCode oldCode,
            @NotNull RegionCode newCode,
            @Min(1949) @Max(2100) int year) {

        DivisionChange change() {
            return new DivisionChange(oldCode.value(), newCode.value(), year);
        }
    }

    @Override
    public String name() {
        return "region-changes";
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
        return new Row(row.region("oldCode"), row.region("newCode"), row.number("year"));
    }

    @Override
    public String key(Row input) {
        return input.oldCode().value();
    }

    @Override
    public Mono<List<RowOutcome>> save(List<Row> rows, CurrentUser user, boolean dryRun) {
        return Mono.zip(newCodes(rows), presentChanges(rows))
                .flatMap(known -> Flux.fromIterable(rows)
                        .concatMap(row -> save(row, outcome(row, known.getT1(), known.getT2(), user), user, dryRun))
                        .collectList());
    }

    private Mono<Map<RegionCode, RegionCode>> newCodes(List<Row> rows) {
        return tree.resolve(rows.stream().map(Row::newCode).toList());
    }

    private Mono<Map<String, DivisionChange>> presentChanges(List<Row> rows) {
        return mongo.find(DivisionTree.byCodes(rows.stream().map(this::key).toList()), DivisionChange.class)
                .collectMap(DivisionChange::oldCode);
    }

    private static RowOutcome outcome(
            Row row, Map<RegionCode, RegionCode> newCodes, Map<String, DivisionChange> present, CurrentUser user) {
        if (!user.mayActIn(row.oldCode()) || !user.mayActIn(row.newCode())) {
            return RowOutcome.refused("oldCode", "outside-region");
        }
        // A new code that leads back to the old one would go round in a circle.
        RegionCode now = newCodes.get(row.newCode());
        if (now == null || now.equals(row.oldCode())) {
            return RowOutcome.refused("newCode", "unknown-region");
        }
        DivisionChange before = present.get(row.oldCode().value());
        if (before == null) {
            return RowOutcome.CREATED;
        }
        return before.saysTheSameAs(row.change()) ? RowOutcome.SAME : RowOutcome.CHANGED;
    }

    private Mono<RowOutcome> save(Row row, RowOutcome outcome, CurrentUser user, boolean dryRun) {
        if (dryRun || outcome.effect() == RowOutcome.Effect.REFUSED) {
            return Mono.just(outcome);
        }
        Mono<Void> noted = outcome == RowOutcome.SAME
                ? Mono.empty()
                : tree.get(row.newCode())
                        .flatMap(now -> history.replaces(now, row.oldCode().value(), user));
        return noted.then(Mono.defer(() -> replaceInside(row)))
                .then(Mono.defer(() -> replace(row.change())))
                .thenReturn(outcome);
    }

    /**
     * What lies inside keeps the end of its code, if the new list has such a division; what was given another number is
     * a row of its own, and comes before.
     */
    private Mono<Void> replaceInside(Row row) {
        String old = row.oldCode().value();
        String now = row.newCode().value();
        Query inside = Query.query(Criteria.where("_id").gt(old).lt(old + DivisionTree.END));
        return old.length() != now.length()
                ? Mono.empty()
                : mongo.find(inside, Division.class)
                        .map(each -> new DivisionChange(
                                each.code(), now + each.code().substring(old.length()), row.year()))
                        .filterWhen(change -> mongo.exists(DivisionTree.byCode(change.newCode()), Division.class))
                        .concatMap(this::replace)
                        .then();
    }

    /** The new way first: a crash in between leaves the old division in the tree until the repeat. */
    private Mono<Void> replace(DivisionChange change) {
        return mongo.save(change)
                .then(mongo.remove(DivisionTree.byCode(change.oldCode()), Division.class))
                .then();
    }

    @Override
    public Flux<List<String>> export(CurrentUser user) {
        String scope = user.region().value();
        Query query = Query.query(Criteria.where("_id").gte(scope).lt(scope + DivisionTree.END))
                .with(Sort.by("_id"));
        return mongo.find(query, DivisionChange.class)
                .map(change -> List.of(change.oldCode(), change.newCode(), Integer.toString(change.year())));
    }
}
