package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Objects;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.storage.ObjectStore;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The orphans that were found, and their end. */
@Component
class Orphans {

    private final ReactiveMongoOperations mongo;
    private final OrphanFinder finder;
    private final AssetRecords assets;
    private final AssetEnd end;
    private final ObjectStore store;

    Orphans(ReactiveMongoOperations mongo, OrphanFinder finder, AssetRecords assets, AssetEnd end, ObjectStore store) {
        this.mongo = mongo;
        this.finder = finder;
        this.assets = assets;
        this.end = end;
        this.store = store;
    }

    Mono<Page<Orphan>> list(PageQuery page) {
        Cursor after = page.after();
        Criteria rest = after == null ? new Criteria() : where("_id").gt(after.value(0));
        Query query = Query.query(rest).with(Sort.by("_id")).limit(page.readLimit());
        return mongo.find(query, Orphan.class)
                .collectList()
                .map(read -> Page.of(read, page, orphan -> Cursor.of(orphan.id())));
    }

    /**
     * Removes the objects, or the record. Looks once more whether it is an orphan still.
     *
     * @param objects how many the caller was shown; fails when there are more or fewer by now
     */
    Mono<Void> delete(String id, long objects) {
        return mongo.findById(id, Orphan.class)
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .flatMap(listed -> again(listed)
                        .filter(now -> now.objects() == objects)
                        .switchIfEmpty(Mono.error(() -> new ConflictException("orphan-changed"))))
                .flatMap(this::remove)
                .then(mongo.remove(Query.query(where("_id").is(id)), Orphan.class))
                .then();
    }

    /** The same as it is now; empty when it is none any more. */
    private Mono<Orphan> again(Orphan listed) {
        Mono<Orphan> ofNobody = finder.isUnknown(listed.assetId())
                .filter(unknown -> unknown && listed.prefix() != null)
                .flatMap(unknown -> finder.objects(Objects.requireNonNull(listed.prefix()), listed.assetId()));
        return assets.get(listed.assetId())
                .flatMapMany(finder::of)
                .filter(now -> now.id().equals(listed.id()))
                .next()
                .onErrorResume(NotFoundException.class, gone -> ofNobody);
    }

    private Mono<Long> remove(Orphan orphan) {
        String prefix = orphan.prefix();
        return prefix == null ? end.deleteBroken(orphan.assetId()).thenReturn(1L) : store.deleteAll(prefix);
    }
}
