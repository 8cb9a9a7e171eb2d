package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.JobProgress;
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
 * What happens to the making of plain files, by the rules of {@link JobRecords}: one atomic write for each step, which names
 * the token it is based on, and is empty when the job has moved on.
 */
@Component
class PackRecords {

    private final ReactiveMongoOperations mongo;
    private final MediaSettings settings;
    private final Clock clock;
    private final JobWrites<Pack> writes;

    PackRecords(ReactiveMongoOperations mongo, MediaSettings settings, Clock clock) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
        this.writes = new JobWrites<>(mongo, clock, Pack.class);
    }

    Mono<Pack> find(String id) {
        return mongo.findById(id, Pack.class);
    }

    /** A first one; empty when another has just been ordered. */
    Mono<Pack> insert(Pack pack) {
        return mongo.insert(pack).onErrorResume(DuplicateKeyException.class, e -> Mono.empty());
    }

    /** The same work once more, or for another content or title. */
    Mono<Pack> renew(Pack seen, Pack wanted) {
        Update renew = Update.update("assetId", wanted.assetId())
                .set("content", wanted.content())
                .set("title", wanted.title())
                .set("album", wanted.album())
                .set("job.state", JobState.QUEUED)
                .set("job.attempt", 0)
                .set("orderId", wanted.orderId())
                .set("orderedAt", wanted.orderedAt())
                .set("region", wanted.region());
        return writes.change(asSeen(seen), wantedAgain(renew));
    }

    /** Has an order that came to nothing carried out after all. */
    Mono<Pack> retry(Pack seen) {
        Update retry = Update.update("job.state", JobState.QUEUED).set("job.attempt", 0);
        return writes.change(asSeen(seen), wantedAgain(retry));
    }

    private static Update wantedAgain(Update update) {
        return update.set("job.percent", 0)
                .unset("job.step")
                .unset("job.detail")
                .unset("job.outputTail")
                .unset("job.endedAt")
                .unset("job.deadSince")
                .unset("job.prefix")
                .unset("job.sentAt")
                .inc("job.token", 1);
    }

    /** Ends an order that is open, because nobody wants the files any more. Answers it as it was. */
    Mono<Pack> stop(String id, String detail) {
        Criteria open = where("_id").is(id).and("job.state").in(JobState.QUEUED, JobState.RUNNING);
        Update stop = Update.update("job.state", JobState.FAILED)
                .set("job.detail", detail)
                .set("job.endedAt", clock.instant())
                .unset("job.prefix")
                .unset("job.deadSince")
                .inc("job.token", 1);
        return mongo.findAndModify(Query.query(open), stop, Pack.class);
    }

    Mono<Pack> start(Pack seen, String workerId) {
        long token = seen.job().token() + 1;
        Update start = Update.update("job.state", JobState.RUNNING)
                .set("job.prefix", seen.outputs() + token + "-" + Ids.next() + "/")
                .set("job.workerId", workerId)
                .set("job.leaseUntil", lease())
                .set("job.startedAt", clock.instant())
                .set("job.percent", 0)
                .unset("job.step")
                .inc("job.token", 1)
                .inc("job.attempt", 1);
        return writes.change(asSeen(seen), start);
    }

    Mono<Pack> progress(JobProgress news) {
        Update progress = Update.update("job.percent", Math.max(0, Math.min(100, news.percent())))
                .set("job.step", news.step())
                .set("job.leaseUntil", lease());
        return writes.change(JobWrites.running(Pack.idOf(news.jobId()), news.token()), progress);
    }

    Mono<Pack> requeue(Pack seen, String detail, @Nullable String outputTail) {
        Update requeue = Update.update("job.state", JobState.QUEUED)
                .set("job.detail", detail)
                .set("job.outputTail", outputTail)
                .set("job.percent", 0)
                .unset("job.step")
                .unset("job.prefix")
                .unset("job.sentAt")
                .inc("job.token", 1);
        return writes.change(asSeen(seen), requeue);
    }

    Mono<Pack> done(Pack seen) {
        Update done = Update.update("job.state", JobState.DONE)
                .set("job.percent", 100)
                .set("job.endedAt", clock.instant())
                .unset("job.detail")
                .unset("job.outputTail");
        return writes.change(asSeen(seen), done);
    }

    /** Ends an order that was tried as often as it may be. An officer should look at it. */
    Mono<Pack> fail(Pack seen, String detail, @Nullable String outputTail) {
        Update fail = Update.update("job.state", JobState.FAILED)
                .set("job.detail", detail)
                .set("job.outputTail", outputTail)
                .set("job.endedAt", clock.instant())
                .set("job.deadSince", clock.instant());
        return writes.change(asSeen(seen), fail);
    }

    /** Those whose message was sent before a time, or never was, and that no worker has taken. */
    Flux<Pack> waitingSince(Instant time, int limit) {
        Criteria sent = new Criteria()
                .orOperator(where("job.sentAt").isNull(), where("job.sentAt").lt(time));
        Criteria waiting = where("job.state").is(JobState.QUEUED).andOperator(sent);
        return mongo.find(Query.query(waiting).limit(limit), Pack.class);
    }

    Mono<Void> delete(String id) {
        return mongo.remove(Query.query(where("_id").is(id)), Pack.class).then();
    }

    private Instant lease() {
        return clock.instant().plus(settings.lease());
    }

    Mono<Pack> sending(Pack seen) {
        return writes.sending(seen.id(), seen.job());
    }

    Flux<Pack> silent(int limit) {
        return writes.silent(limit);
    }

    private static Criteria asSeen(Pack seen) {
        return JobWrites.asSeen(seen.id(), seen.job());
    }
}
