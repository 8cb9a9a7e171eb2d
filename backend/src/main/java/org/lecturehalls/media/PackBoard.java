package org.lecturehalls.media;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionScope;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The orders of plain files in a region, for those who keep the platform running. */
@Component
class PackBoard {

    private final ReactiveMongoOperations mongo;
    private final AssetRecords assets;
    private final PackRecords packs;
    private final Packs orders;

    PackBoard(ReactiveMongoOperations mongo, AssetRecords assets, PackRecords packs, Packs orders) {
        this.mongo = mongo;
        this.assets = assets;
        this.packs = packs;
        this.orders = orders;
    }

    /** Those inside the caller's region, the latest order first, with one more than the page holds. */
    Flux<BoardJob> read(CurrentUser user, JobBoard.Wanted wanted, PageQuery page) {
        if (!wanted.packs()) {
            return Flux.empty();
        }
        Cursor after = page.after();
        Criteria listed = inside(user).and("orderId");
        Criteria criteria = wanted.of(after == null ? listed.ne(null) : listed.lt(after.value(0)));
        Query query = Query.query(criteria)
                .with(Sort.by(Sort.Direction.DESC, "orderId"))
                .limit(page.readLimit());
        return mongo.find(query, Pack.class).collectList().flatMapMany(this::withAssets);
    }

    /** Orders whose video is gone are about to go. */
    private Flux<BoardJob> withAssets(List<Pack> read) {
        return assets.all(read.stream().map(Pack::assetId).toList())
                .collectMap(Asset::id)
                .flatMapIterable(
                        known -> read.stream().flatMap(pack -> job(pack, known)).toList());
    }

    private static Stream<BoardJob> job(Pack pack, Map<String, Asset> known) {
        Asset asset = known.get(pack.assetId());
        String orderId = pack.orderId();
        return asset == null || orderId == null ? Stream.empty() : Stream.of(BoardJob.of(pack, orderId, asset));
    }

    /** One of them; empty when there is none. */
    Mono<BoardJob> get(CurrentUser user, String orderId) {
        return find(user, orderId)
                .flatMapMany(pack -> withAssets(List.of(pack)))
                .next();
    }

    /** Has an order that came to nothing carried out after all. Answers it; empty when there is none. */
    Mono<Pack> retry(CurrentUser user, String orderId) {
        return find(user, orderId)
                .flatMap(pack -> Mono.just(pack)
                        .filter(failed -> failed.job().state() == JobState.FAILED)
                        .flatMap(packs::retry)
                        .switchIfEmpty(Mono.error(() -> new ConflictException("not-failed"))))
                .delayUntil(orders::send);
    }

    /** Takes an order from those to look at. Answers it; empty when it is none of them. */
    Mono<Pack> dismiss(CurrentUser user, String orderId) {
        Criteria dead =
                inside(user).and("orderId").is(orderId).and("job.deadSince").ne(null);
        return mongo.findAndModify(Query.query(dead), new Update().unset("job.deadSince"), Pack.class);
    }

    private Mono<Pack> find(CurrentUser user, String orderId) {
        return mongo.findOne(Query.query(inside(user).and("orderId").is(orderId)), Pack.class);
    }

    private static Criteria inside(CurrentUser user) {
        return new Criteria().andOperator(RegionScope.inside("region", user.region()));
    }
}
