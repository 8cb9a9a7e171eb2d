package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.media.contract.SoundPiece;
import org.lecturehalls.platform.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What happens to parts of videos, by the rules of {@link JobRecords}: one atomic write for each step, which names the token
 * it is based on, and is empty when the part has moved on.
 */
@Component
class VideoPartRecords {

    private final ReactiveMongoOperations mongo;
    private final MediaSettings settings;
    private final Clock clock;

    VideoPartRecords(ReactiveMongoOperations mongo, MediaSettings settings, Clock clock) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
    }

    /** Writes down parts that are not yet there. */
    Mono<Void> insert(List<VideoPart> parts) {
        return Flux.fromIterable(parts).concatMap(this::insert).then();
    }

    private Mono<VideoPart> insert(VideoPart part) {
        return mongo.insert(part).onErrorResume(DuplicateKeyException.class, e -> Mono.empty());
    }

    Mono<VideoPart> find(String id) {
        return mongo.findById(id, VideoPart.class);
    }

    /** All parts of a plan: sound, chunks in order, and the rest. At most a thousand or so. */
    Mono<List<VideoPart>> of(String assetId, long plan) {
        Query ofPlan = Query.query(where("assetId").is(assetId).and("plan").is(plan));
        return mongo.find(ofPlan, VideoPart.class)
                .sort(Comparator.comparing(VideoPart::kind).thenComparing(VideoPart::number))
                .collectList();
    }

    /** Gives the part to a worker under a new token, to store under the prefix of the video's plan. */
    Mono<VideoPart> start(VideoPart seen, String planPrefix, String workerId) {
        long token = seen.job().token() + 1;
        Update start = voiding(seen)
                .set("job.state", JobState.RUNNING)
                .set("job.prefix", planPrefix + seen.name() + "/" + token + "-" + Ids.next() + "/")
                .set("job.workerId", workerId)
                .set("job.leaseUntil", clock.instant().plus(settings.partLease()))
                .set("job.percent", 0)
                .unset("pieces")
                .inc("job.token", 1)
                .inc("job.attempt", 1);
        return change(asSeen(seen), start);
    }

    /** Puts a running part back into the queue. */
    Mono<VideoPart> requeue(VideoPart seen, @Nullable String detail) {
        Update requeue = voiding(seen)
                .set("job.state", JobState.QUEUED)
                .set("job.percent", 0)
                .set("job.detail", detail)
                .unset("job.prefix")
                .unset("job.sentAt")
                .inc("job.token", 1);
        return change(asSeen(seen), requeue);
    }

    /** @param field where the result goes */
    Mono<VideoPart> finish(VideoPart seen, String field, @Nullable Object result) {
        Update finish = new Update().set("job.state", JobState.DONE).set("job.percent", 100);
        return change(asSeen(seen), result == null ? finish : finish.set(field, result));
    }

    /** Renews the lease of a running attempt and notes how far it is. */
    Mono<VideoPart> progress(JobProgress news) {
        Update progress = Update.update("job.percent", Math.max(0, Math.min(100, news.percent())))
                .set("job.leaseUntil", clock.instant().plus(settings.partLease()));
        return change(running(news.jobId(), news.token()), progress);
    }

    Mono<VideoPart> piece(SoundPiece piece) {
        return change(
                running(piece.jobId(), piece.token()),
                Update.update("pieces." + Math.max(0, piece.number()), piece.file()));
    }

    /** Notes that a message is about to be sent; empty when another backend has just done so. */
    Mono<VideoPart> sending(VideoPart seen) {
        Criteria unsent = asSeen(seen).and("job.sentAt").is(seen.job().sentAt());
        return change(unsent, Update.update("job.sentAt", clock.instant()));
    }

    Flux<VideoPart> silent(int limit) {
        Criteria silent =
                where("job.state").is(JobState.RUNNING).and("job.leaseUntil").lt(clock.instant());
        return mongo.find(Query.query(silent).limit(limit), VideoPart.class);
    }

    /** Parts whose message was sent before a time and that no worker has taken. */
    Flux<VideoPart> waitingSince(Instant time, int limit) {
        Criteria waiting =
                where("job.state").is(JobState.QUEUED).and("job.sentAt").lt(time);
        return mongo.find(Query.query(waiting).limit(limit), VideoPart.class);
    }

    /** Whether some worker with this ffmpeg was heard of since a time. */
    Mono<Boolean> isBuildAlive(String build, Instant since) {
        Criteria heard = where("build").is(build).and("job.leaseUntil").gt(since.plus(settings.partLease()));
        return mongo.exists(Query.query(heard), VideoPart.class);
    }

    Mono<Void> deleteOf(String assetId) {
        return mongo.remove(Query.query(where("assetId").is(assetId)), VideoPart.class)
                .then();
    }

    private static Criteria asSeen(VideoPart seen) {
        return where("_id")
                .is(seen.id())
                .and("job.token")
                .is(seen.job().token())
                .and("job.state")
                .is(seen.job().state());
    }

    private static Criteria running(String id, long token) {
        return where("_id").is(id).and("job.token").is(token).and("job.state").is(JobState.RUNNING);
    }

    private static Update voiding(VideoPart seen) {
        String prefix = seen.job().prefix();
        return prefix == null ? new Update() : new Update().push("voided", prefix);
    }

    private Mono<VideoPart> change(Criteria criteria, Update update) {
        FindAndModifyOptions returnNew = FindAndModifyOptions.options().returnNew(true);
        return mongo.findAndModify(Query.query(criteria), update, returnNew, VideoPart.class);
    }
}
