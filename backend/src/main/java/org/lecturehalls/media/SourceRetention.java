package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.lecturehalls.media.contract.MediaKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Drops what was uploaded a set time after it was made ready, if the city wants so. Ready means verified: what failed or is
 * still being made keeps its source for as long as it is there, also what is encoded once more.
 */
@Component
class SourceRetention {

    private static final Logger LOG = LoggerFactory.getLogger(SourceRetention.class);
    private static final int ASSETS_A_ROUND = 200;

    private final ReactiveMongoOperations mongo;
    private final ReplacementRecords replacements;
    private final GarbageCollector collector;
    private final StorageLedger ledger;
    private final MediaSettings settings;
    private final Clock clock;

    SourceRetention(
            ReactiveMongoOperations mongo,
            ReplacementRecords replacements,
            GarbageCollector collector,
            StorageLedger ledger,
            MediaSettings settings,
            Clock clock) {
        this.mongo = mongo;
        this.replacements = replacements;
        this.collector = collector;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    Mono<Void> sweep() {
        return Mono.defer(() -> settings.keepSource() == null ? Mono.empty() : dropOlderThan(settings.keepSource()));
    }

    /** Drops the sources of those that have been ready for longer. */
    Mono<Void> dropOlderThan(Duration keep) {
        Instant bound = clock.instant().minus(keep);
        return Flux.defer(() -> mongo.find(Query.query(due(bound)).limit(ASSETS_A_ROUND), Asset.class))
                .filterWhen(asset -> replacements.isEncodedAgain(asset.id()).map(again -> !again), 1)
                .concatMap(asset -> drop(asset, bound))
                .then();
    }

    private static Criteria due(Instant bound) {
        Criteria ready = where("job.endedAt").lt(bound);
        Criteria older = where("job.endedAt").isNull().and("createdAt").lt(bound);
        return where("state")
                .is(MediaState.READY)
                .and("kind")
                .in(List.of(MediaKind.VIDEO, MediaKind.DOCUMENT))
                .and("sourceGoneAt")
                .isNull()
                .and("deletedAt")
                .isNull()
                .and("partOf")
                .isNull()
                .and("replaces")
                .isNull()
                .orOperator(ready, older);
    }

    /** One atomic write says that it is gone and what to remove. */
    private Mono<Void> drop(Asset asset, Instant bound) {
        Update drop = new Update()
                .set("sourceGoneAt", clock.instant())
                .push("garbage", new Garbage(Asset.sourcesOf(asset.sourceHolder()), clock.instant()))
                .inc("revision", 1);
        Query still = Query.query(new Criteria().andOperator(where("_id").is(asset.id()), due(bound)));
        FindAndModifyOptions returnNew = FindAndModifyOptions.options().returnNew(true);
        return mongo.findAndModify(still, drop, returnNew, Asset.class)
                .doOnNext(dropped -> LOG.info("The source of {} is dropped", dropped.id()))
                .flatMap(dropped -> collector.collect(dropped).then(ledger.follow(dropped)));
    }
}
