package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notes finished plain files with the assets that show their content: the one it was made for, and one that took it over. */
@Component
class PackedFiles {

    private final ReactiveMongoOperations mongo;
    private final PackLeftovers leftovers;
    private final StorageLedger ledger;

    PackedFiles(ReactiveMongoOperations mongo, PackLeftovers leftovers, StorageLedger ledger) {
        this.mongo = mongo;
        this.leftovers = leftovers;
        this.ledger = ledger;
    }

    /** Whether anything shows the content still, and so its files now. Can be done twice. */
    Mono<Boolean> show(Pack pack, Packed made) {
        return showing(pack.id())
                .concatMap(asset -> show(asset, made)
                        .then(replaced(pack, asset, made))
                        .then(ledger.follow(asset))
                        .thenReturn(true))
                .reduce(false, (before, shown) -> before || shown);
    }

    /** Whether the objects under a prefix are what people are given. */
    Mono<Boolean> isShown(String contentId, String prefix) {
        return showing(contentId)
                .any(asset -> asset.product() != null
                        && asset.product().offline() != null
                        && prefix.equals(asset.product().offline().prefix()));
    }

    private Flux<Asset> showing(String contentId) {
        return mongo.find(
                Query.query(new Criteria()
                        .andOperator(
                                there(),
                                new Criteria()
                                        .orOperator(
                                                where("content.assetId").is(contentId),
                                                where("_id")
                                                        .is(contentId)
                                                        .and("content")
                                                        .isNull()))),
                Asset.class);
    }

    private static Criteria there() {
        return where("product").ne(null).and("deletedAt").isNull();
    }

    private Mono<Void> show(Asset seen, Packed made) {
        String content = seen.content() == null ? null : seen.content().assetId();
        Criteria same = where("_id").is(seen.id()).and("content.assetId").is(content);
        return mongo.updateFirst(
                        Query.query(
                                same.and("product").ne(null).and("deletedAt").isNull()),
                        Update.update("product.offline", made).inc("revision", 1),
                        Asset.class)
                .then();
    }

    private Mono<Void> replaced(Pack pack, Asset seen, Packed made) {
        Packed old = seen.product() == null ? null : seen.product().offline();
        return old == null || old.prefix().equals(made.prefix())
                ? Mono.empty()
                : leftovers.ofReplaced(pack.id(), old.prefix());
    }
}
