package org.lecturehalls.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.Revised;
import org.lecturehalls.history.RevisedRecords;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.mongodb.core.query.Criteria;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A list of records that have a number of their own and a region, kept by officers inside their region.
 *
 * @param <I> a row's input
 * @param <T> the record
 */
public abstract class RevisedList<I, T extends Revised<T>> implements ExchangedList<I> {

    private static final String NUMBER = "number";
    private static final int BATCH = 500;

    private final RevisedRecords<T> records;
    private final Function<Collection<RegionCode>, Mono<Map<RegionCode, RegionCode>>> regions;

    /** @param regions answers for each known code the one that stands for it today */
    protected RevisedList(
            RevisedRecords<T> records, Function<Collection<RegionCode>, Mono<Map<RegionCode, RegionCode>>> regions) {
        this.records = records;
        this.regions = regions;
    }

    protected abstract RegionCode region(I row);

    protected abstract RegionCode regionOf(T record);

    protected abstract T create(I row, RegionCode region, CurrentUser user);

    protected abstract T change(T before, I row, RegionCode region);

    /** The texts of some records' cells by column, in the same order. */
    protected Mono<List<Map<String, String>>> cells(List<T> some) {
        return Mono.just(some.stream().map(Revised::fields).toList());
    }

    /** For each row the first thing that does not fit other records; none for rows that do. */
    protected Mono<Map<I, Upsert<T>>> misfits(List<I> rows) {
        return Mono.just(Map.of());
    }

    protected void saved(T record) {}

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PUBLICITY, Role.ADMIN);
    }

    /** Rows with ids where they name other records, and those that can't be saved, each with the first reason. */
    public record Prepared<I, T extends Revised<T>>(List<I> rows, Map<I, Upsert<T>> misfits) {}

    /** Makes rows ready to be saved: looks up what they name. Keeps their order. */
    protected Mono<Prepared<I, T>> prepare(List<I> rows) {
        return misfits(rows).map(misfits -> new Prepared<>(rows, misfits));
    }

    @Override
    public Mono<List<RowOutcome>> save(List<I> rows, CurrentUser user, boolean dryRun) {
        return prepare(rows).flatMap(prepared -> save(prepared, user, dryRun));
    }

    private Mono<List<RowOutcome>> save(Prepared<I, T> prepared, CurrentUser user, boolean dryRun) {
        List<I> rows = prepared.rows();
        Mono<Map<String, T>> present = records.having(
                        NUMBER, rows.stream().map(this::key).toList())
                .collectMap(record -> record.fields().getOrDefault(NUMBER, ""));
        Mono<Map<RegionCode, RegionCode>> known =
                regions.apply(rows.stream().map(this::region).toList());
        return Mono.zip(present, known)
                .map(found -> rows.stream()
                        .map(row -> prepared.misfits().containsKey(row)
                                ? prepared.misfits().get(row)
                                : upsert(
                                        row,
                                        found.getT2().get(region(row)),
                                        found.getT1().get(key(row)),
                                        user))
                        .toList())
                .flatMap(upserts -> Upsert.all(upserts, records, user, dryRun, this::saved));
    }

    private Upsert<T> upsert(I row, @Nullable RegionCode region, @Nullable T present, CurrentUser user) {
        if (region == null) {
            return Upsert.refuse("region", "unknown-region");
        }
        if (!user.mayActIn(region)) {
            return Upsert.refuse("region", "outside-region");
        }
        if (present == null) {
            return Upsert.of(null, create(row, region, user));
        }
        if (!user.mayActIn(regionOf(present))) {
            return Upsert.refuse(NUMBER, "taken-elsewhere");
        }
        return present.inUse()
                ? Upsert.of(present, change(present, row, region))
                : Upsert.refuse(NUMBER, "deleted-record");
    }

    @Override
    public Flux<List<String>> export(CurrentUser user) {
        Criteria wanted =
                new Criteria().andOperator(RevisedRecords.inside(user.region()), RevisedRecords.deleted(false));
        return records.all(wanted, NUMBER)
                .buffer(BATCH)
                .concatMap(this::cells, 1)
                .concatMapIterable(Function.identity(), 1)
                .map(this::ordered);
    }

    private List<String> ordered(Map<String, String> cells) {
        return columns().stream()
                .map(column -> cells.getOrDefault(column.id(), ""))
                .toList();
    }
}
