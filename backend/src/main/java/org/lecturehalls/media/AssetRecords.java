package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The media assets in the database, except for what happens to their jobs. */
@Component
class AssetRecords {

    /** When the objects of a void attempt are removed once more, for what its worker stored after the first time. */
    static final Duration STRAGGLERS = Duration.ofHours(1);

    private final ReactiveMongoOperations mongo;
    private final Clock clock;

    AssetRecords(ReactiveMongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** The asset of a complete upload, made now or before; on its own when another took the same place first. */
    Mono<Asset> create(Upload upload) {
        Asset asset = Asset.of(upload, clock.instant());
        return mongo.insert(asset)
                .onErrorResume(DuplicateKeyException.class, e -> mongo.findById(upload.id(), Asset.class))
                .switchIfEmpty(Mono.defer(() -> mongo.insert(asset.onItsOwn())));
    }

    Mono<Boolean> exists(String id) {
        return mongo.exists(Query.query(where("_id").is(id)), Asset.class);
    }

    /** An asset; one that was deleted is not found. */
    Mono<Asset> get(String id) {
        return mongo.findById(id, Asset.class)
                .filter(asset -> asset.deletedAt() == null)
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /** Those of some assets that are there. */
    Flux<Asset> all(Collection<String> ids) {
        Criteria there = where("_id").in(ids).and("deletedAt").isNull();
        return mongo.find(Query.query(there), Asset.class);
    }

    Mono<Asset> own(CurrentUser user, String id) {
        return get(id).filter(asset -> asset.ownerId().equals(user.id()))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /** One's own asset, or one of the region that the caller is responsible for. */
    Mono<Asset> visibleTo(CurrentUser user, String id) {
        return get(id).filter(asset -> sees(user, asset)).switchIfEmpty(Mono.error(NotFoundException::new));
    }

    static boolean sees(CurrentUser user, Asset asset) {
        return asset.ownerId().equals(user.id()) || user.actsAs(asset.region(), Role.PUBLICITY, Role.ADMIN);
    }

    Mono<Page<Asset>> ofOwner(CurrentUser user, PageQuery page) {
        Criteria criteria = where("ownerId")
                .is(user.id())
                .and("deletedAt")
                .isNull()
                .and("partOf")
                .isNull();
        return page(criteria, page);
    }

    /** Those that fit, the latest upload first. */
    Mono<Page<Asset>> page(Criteria wanted, PageQuery page) {
        return read(wanted, page).collectList().map(read -> Page.of(read, page, asset -> Cursor.of(asset.id())));
    }

    /** The same with one more, which tells that there is a next page. */
    Flux<Asset> read(Criteria wanted, PageQuery page) {
        Cursor after = page.after();
        Criteria criteria = after == null ? wanted : wanted.and("_id").lt(after.value(0));
        Query query =
                Query.query(criteria).with(Sort.by(Sort.Direction.DESC, "_id")).limit(page.readLimit());
        return mongo.find(query, Asset.class);
    }

    /** What somebody's sources take up, in bytes. What was made of them is the platform's own affair. */
    Mono<Long> bytesOf(String ownerId) {
        Query own = Query.query(where("ownerId")
                .is(ownerId)
                .and("deletedAt")
                .isNull()
                .and("partOf")
                .isNull()
                .orOperator(where("sourceOf").isNull(), where("content").ne(null)));
        own.fields().include("sourceBytes", "state");
        return mongo.find(own, SourceSize.class, "mediaAssets")
                .filter(size -> size.state() != MediaState.REFUSED)
                .map(SourceSize::sourceBytes)
                .reduce(0L, Long::sum);
    }

    /** Part of an asset's document. */
    record SourceSize(String id, long sourceBytes, MediaState state) {}

    Mono<Asset> setPublished(String id, boolean published) {
        Query there = Query.query(where("_id").is(id).and("deletedAt").isNull());
        return mongo.findAndModify(there, Update.update("published", published).inc("revision", 1), Asset.class)
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /** Chooses one of its posters; empty when it has changed since it was seen. */
    Mono<Asset> choosePoster(Asset seen, String key) {
        Criteria asSeen = where("_id").is(seen.id()).and("revision").is(seen.revision());
        Update chosen = Update.update("product.posterKey", key).inc("revision", 1);
        return mongo.findAndModify(
                Query.query(asSeen.and("deletedAt").isNull()),
                chosen,
                FindAndModifyOptions.options().returnNew(true),
                Asset.class);
    }

    /** Deletes somebody's own asset; answers it as it was, also when it was deleted before and still has objects. */
    Mono<Asset> delete(String ownerId, String id) {
        List<Garbage> everything = List.of(
                new Garbage("uploads/" + id + "/", clock.instant()),
                new Garbage(Asset.outputsOf(id), clock.instant()),
                new Garbage(Asset.outputsOf(id), clock.instant().plus(STRAGGLERS)));
        Update deletion = Update.update("deletedAt", clock.instant())
                .set("published", false)
                .set("garbage", everything)
                .unset("replaces")
                .inc("job.token", 1)
                .inc("revision", 1);
        Query own = Query.query(
                where("_id").is(id).and("ownerId").is(ownerId).and("partOf").isNull());
        return mongo.findAndModify(own, deletion, Asset.class).switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /** An asset that was deleted and still has objects. */
    Mono<Asset> deleted(String id) {
        return mongo.findById(id, Asset.class).filter(asset -> asset.deletedAt() != null);
    }

    Flux<Asset> withGarbage(int limit) {
        Criteria due = where("garbage.notBefore").lte(clock.instant());
        return mongo.find(Query.query(due).limit(limit), Asset.class);
    }

    Mono<Void> removed(String id, Garbage garbage) {
        Update pull = new Update().pull("garbage", garbage);
        return mongo.updateFirst(Query.query(where("_id").is(id)), pull, Asset.class)
                .then();
    }

    Mono<Void> forgetDeleted(String id) {
        Criteria clean =
                where("_id").is(id).and("deletedAt").ne(null).and("garbage").size(0);
        return mongo.remove(Query.query(clean), Asset.class).then();
    }
}
