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

    /** Somebody waits for the first of them. */
    private static final int AT_A_TIME = 8;

    private final ReactiveMongoOperations mongo;
    private final MediaSettings settings;
    private final Clock clock;
    private final JobWrites<VideoPart> writes;

    VideoPartRecords(ReactiveMongoOperations mongo, MediaSettings settings, Clock clock) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
        this.writes = new JobWrites<>(mongo, clock, VideoPart.class);
    }

    /** Writes down parts that are not yet there. */
    Mono<Void> insert(List<VideoPart> parts) {
        return Flux.fromIterable(parts).flatMap(this::insert, AT_A_TIME).then();
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
        return writes.change(asSeen(seen), start);
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
        return writes.change(asSeen(seen), requeue);
    }

    /** @param field where the result goes */
    Mono<VideoPart> finish(VideoPart seen, String field, @Nullable Object result) {
        Update finish = new Update().set("job.state", JobState.DONE).set("job.percent", 100);
        return writes.change(asSeen(seen), result == null ? finish : finish.set(field, result));
    }

    /** Renews the lease of a running attempt and notes how far it is. */
    Mono<VideoPart> progress(JobProgress news) {
        Update progress = Update.update("job.percent", Math.max(0, Math.min(100, news.percent())))
                .set("job.leaseUntil", clock.instant().plus(settings.partLease()));
        return writes.change(JobWrites.running(news.jobId(), news.token()), progress);
    }

    Mono<VideoPart> piece(SoundPiece piece) {
        return writes.change(
                JobWrites.running(piece.jobId(), piece.token()),
                Update.update("pieces." + Math.max(0, piece.number()), piece.file()));
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

    private static Update voiding(VideoPart seen) {
        String prefix = seen.job().prefix();
        return prefix == null ? new Update() : new Update().push("voided", prefix);
    }

    Mono<VideoPart> sending(VideoPart seen) {
        return writes.sending(seen.id(), seen.job());
    }

    Flux<VideoPart> silent(int limit) {
        return writes.silent(limit);
    }

    private static Criteria asSeen(VideoPart seen) {
        return JobWrites.asSeen(seen.id(), seen.job());
    }
}
