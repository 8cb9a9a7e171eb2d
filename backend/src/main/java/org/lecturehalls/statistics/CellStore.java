package org.lecturehalls.statistics;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Collection;
import java.util.function.UnaryOperator;
import org.lecturehalls.regions.RegionCode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The stored cells. A change is written only into the version that was read, else read again. */
@Component
class CellStore {

    private final ReactiveMongoOperations mongo;

    CellStore(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Another one was quicker. */
    private static final class Outrun extends RuntimeException {
        Outrun() {
            super("outrun", null, false, false);
        }
    }

    Mono<Cell> find(String id) {
        return mongo.findById(id, Cell.class).defaultIfEmpty(Cell.empty(id));
    }

    /** The sums of a region's cells of one year, without what they are sums of. */
    Flux<Cell> totals(RegionCode region, int year) {
        var query = Query.query(where("_id").regex("^" + region.value() + "[0-9]*:" + year + "-"));
        query.fields().exclude("contributions");
        return mongo.find(query, Cell.class);
    }

    Mono<Void> change(String id, UnaryOperator<Cell> change) {
        return find(id).flatMap(read -> write(read, change.apply(read)))
                .retryWhen(Retry.indefinitely().filter(Outrun.class::isInstance));
    }

    private Mono<Void> write(Cell read, Cell changed) {
        if (changed.saysTheSameAs(read)) {
            return Mono.empty();
        }
        return read.version() == 0 ? insert(changed) : replace(read, changed);
    }

    private Mono<Void> insert(Cell cell) {
        return mongo.insert(withVersion(cell, 1))
                .onErrorMap(DuplicateKeyException.class, first -> new Outrun())
                .then();
    }

    private Mono<Void> replace(Cell read, Cell changed) {
        var asRead = Query.query(where("_id").is(read.id()).and("version").is(read.version()));
        var update = Update.update("contributions", changed.contributions())
                .set("totals", changed.totals())
                .inc("version", 1);
        return mongo.updateFirst(asRead, update, Cell.class)
                .flatMap(result -> result.getModifiedCount() == 1 ? Mono.empty() : Mono.error(Outrun::new));
    }

    /** Replaces all cells by these. */
    Mono<Void> replaceAll(Collection<Cell> cells) {
        var ids = cells.stream().map(Cell::id).toList();
        return Flux.fromIterable(cells)
                .concatMap(cell -> change(cell.id(), old -> cell))
                .then(mongo.remove(Query.query(where("_id").nin(ids)), Cell.class))
                .then();
    }

    /** Notes anew in which cell each session stands. */
    Mono<Void> replacePlaces(Collection<Cell> cells) {
        return Flux.fromIterable(cells).concatMap(this::replacePlaces).then();
    }

    private Mono<Void> replacePlaces(Cell cell) {
        var places = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, SessionCell.class);
        cell.contributions()
                .forEach(each -> places.upsert(
                        Query.query(where("_id").is(each.sessionId())), Update.update("cell", cell.id())));
        return cell.contributions().isEmpty() ? Mono.empty() : places.execute().then();
    }

    private static Cell withVersion(Cell cell, long version) {
        return new Cell(cell.id(), cell.contributions(), cell.totals(), version);
    }
}
