package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lecturehalls.platform.ConflictException;
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

/** The writes by which one asset takes over the content of another, each atomic and harmless when done twice. */
@Component
class ReplacementRecords {

    private final ReactiveMongoOperations mongo;
    private final MediaSettings settings;
    private final Clock clock;

    ReplacementRecords(ReactiveMongoOperations mongo, MediaSettings settings, Clock clock) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is on its way to take the place of an asset. */
    Mono<Asset> awaitedFor(String replaced) {
        Criteria onItsWay = where("replaces").is(replaced);
        return mongo.findOne(Query.query(onItsWay.and("deletedAt").isNull()), Asset.class);
    }

    /** Whether the source of an asset is being encoded once more, or somebody may still try to. */
    Mono<Boolean> isEncodedAgain(String id) {
        return awaitedFor(id).map(Asset::isSecondEncoding).defaultIfEmpty(false);
    }

    /** Begins to encode a source once more; fails when something else is on its way to take the same place. */
    Mono<Asset> insert(Asset secondEncoding) {
        return mongo.insert(secondEncoding)
                .onErrorMap(DuplicateKeyException.class, e -> new ConflictException("replacement-awaited"));
    }

    /** How many sources somebody has encoded once more at the moment. */
    Mono<Long> openEncodings(String ownerId) {
        Criteria open = where("ownerId")
                .is(ownerId)
                .and("sourceOf")
                .ne(null)
                .and("content")
                .isNull()
                .and("job.state")
                .in(JobState.QUEUED, JobState.RUNNING);
        return mongo.count(Query.query(open.and("deletedAt").isNull()), Asset.class);
    }

    /** From now on it is nobody's own; empty when it was deleted, or does not replace anything any more. */
    Mono<Asset> claim(Asset fresh) {
        Criteria wanted = where("_id").is(fresh.id()).and("replaces").is(fresh.replaces());
        return change(
                wanted.and("state").is(MediaState.READY).and("deletedAt").isNull(),
                Update.update("partOf", fresh.replaces()));
    }

    /** What a claimed asset takes the place of; empty when that is gone. */
    Mono<Asset> replaced(Asset claimed) {
        return mongo.findOne(
                Query.query(where("_id")
                        .is(claimed.replaces())
                        .and("ownerId")
                        .is(claimed.ownerId())
                        .and("deletedAt")
                        .isNull()),
                Asset.class);
    }

    /** The one write after which everybody sees the new content; fails when the old one was replaced meanwhile. */
    Mono<Asset> show(Asset before, Asset claimed) {
        Update show = new Update()
                .set("content", new Asset.Content(claimed.id(), claimed.job().token()))
                .set("product", productOf(before, claimed))
                .set("sound", claimed.sound())
                .set("soundTrack", claimed.soundTrack())
                .set("fullHd", claimed.fullHd())
                .set("sourceOf", claimed.sourceOf())
                .set("whole", claimed.whole())
                .set("fileName", claimed.fileName())
                .set("contentType", claimed.contentType())
                .set("sourceBytes", claimed.sourceBytes())
                .set("state", MediaState.READY)
                .set("job.state", JobState.DONE)
                .set("job.percent", 100)
                .set("job.endedAt", clock.instant())
                .unset("job.prefix")
                .unset("sourceGoneAt")
                .unset("job.refusal")
                .unset("job.deadSince")
                .inc("job.token", 1)
                .inc("revision", 1)
                .push("garbage")
                .each(oldOf(before, claimed).toArray());
        String content = before.content() == null ? null : before.content().assetId();
        Criteria asSeen = where("_id").is(before.id()).and("content.assetId").is(content);
        return change(asSeen.and("deletedAt").isNull(), show)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("its content changed meanwhile")));
    }

    /** Another encoding has the same pictures in other places, and somebody may have chosen among them. */
    private static Product productOf(Asset before, Asset claimed) {
        Product product = Objects.requireNonNull(claimed.product());
        return claimed.isSecondEncoding() && before.product() != null ? product.showingAs(before.product()) : product;
    }

    /** What nobody needs any more, except for what was made of content that another asset holds. */
    private List<Garbage> oldOf(Asset before, Asset claimed) {
        List<Garbage> old = new ArrayList<>();
        if (before.content() == null) {
            old.add(new Garbage(before.outputs(), grace()));
        }
        if (!before.sourceHolder().equals(claimed.sourceHolder())) {
            old.add(new Garbage(Asset.sourcesOf(before.sourceHolder()), grace()));
        }
        return old;
    }

    private Instant grace() {
        return clock.instant().plus(settings.replacementGrace());
    }

    Mono<Asset> done(Asset claimed) {
        Criteria same = where("_id").is(claimed.id()).and("replaces").is(claimed.replaces());
        return change(same, new Update().unset("replaces").unset("review").inc("revision", 1));
    }

    /** What it was to replace is gone: it stands on its own. */
    Mono<Asset> alone(Asset claimed) {
        Criteria same = where("_id").is(claimed.id()).and("replaces").is(claimed.replaces());
        return change(
                same,
                new Update().unset("replaces").unset("partOf").unset("review").inc("revision", 1));
    }

    /** All that are ready and have not yet taken their place; some wait for long, and must not keep others from it. */
    Flux<Asset> waiting() {
        Criteria waiting = where("replaces").ne(null).and("state").is(MediaState.READY);
        return mongo.find(Query.query(waiting.and("deletedAt").isNull()), Asset.class);
    }

    /** Some of those whose content another asset has. */
    Flux<Asset> parts(int limit) {
        Criteria parts = where("partOf").ne(null).and("replaces").isNull();
        Query query = Query.query(parts.and("deletedAt").isNull());
        return mongo.find(query.with(Sort.by(Sort.Direction.DESC, "_id")).limit(limit), Asset.class);
    }

    Mono<Asset> holderOf(Asset part) {
        return mongo.findOne(
                Query.query(where("_id").is(part.partOf()).and("deletedAt").isNull()), Asset.class);
    }

    /**
     * Deletes content that was replaced, but its objects only when no player needs them any more. Its source may be that of
     * what has replaced it.
     */
    Mono<Asset> deleteLater(String id) {
        return delete(id, List.of(new Garbage(Asset.outputsOf(id), grace())));
    }

    /** Deletes content that nothing shows any more. */
    Mono<Asset> deleteNow(String id) {
        return delete(id, List.of(new Garbage(Asset.outputsOf(id), clock.instant())));
    }

    /** The same with the source. */
    Mono<Asset> deleteNow(String id, String sourceHolder) {
        Instant now = clock.instant();
        return delete(
                id, List.of(new Garbage(Asset.sourcesOf(sourceHolder), now), new Garbage(Asset.outputsOf(id), now)));
    }

    private Mono<Asset> delete(String id, List<Garbage> everything) {
        Update deletion = Update.update("deletedAt", clock.instant())
                .set("garbage", everything)
                .unset("replaces")
                .inc("revision", 1);
        return change(where("_id").is(id).and("deletedAt").isNull(), deletion);
    }

    private Mono<Asset> change(Criteria criteria, Update update) {
        FindAndModifyOptions returnNew = FindAndModifyOptions.options().returnNew(true);
        return mongo.findAndModify(Query.query(criteria), update, returnNew, Asset.class);
    }
}
