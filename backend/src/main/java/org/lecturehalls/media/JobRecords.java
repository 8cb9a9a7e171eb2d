package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.media.contract.JobRefused;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.platform.Ids;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What happens to jobs, each as one atomic write that names the token (and so the attempt) it is based on. Empty when the
 * job has moved on meanwhile, so that whoever comes late changes nothing.
 */
@Component
class JobRecords {

    private final ReactiveMongoOperations mongo;
    private final MediaSettings settings;
    private final Clock clock;
    private final JobWrites<Asset> writes;

    JobRecords(ReactiveMongoOperations mongo, MediaSettings settings, Clock clock) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
        this.writes = new JobWrites<>(mongo, clock, Asset.class);
    }

    /** The asset of a job; empty when there is none or it was deleted. */
    Mono<Asset> find(String jobId) {
        return mongo.findById(jobId, Asset.class).filter(asset -> asset.deletedAt() == null);
    }

    /** Gives the job to a worker under a new token. A running attempt that this makes void is garbage. */
    Mono<Asset> start(Asset seen, String workerId) {
        long token = seen.job().token() + 1;
        Update start = discarding(seen)
                .set("job.state", JobState.RUNNING)
                .set("job.prefix", seen.outputs() + token + "-" + Ids.next() + "/")
                .set("job.workerId", workerId)
                .set("job.leaseUntil", clock.instant().plus(settings.lease()))
                .set("job.startedAt", clock.instant())
                .set("job.percent", 0)
                .inc("job.token", 1)
                .inc("job.attempt", 1);
        return writes.change(asSeen(seen), start.unset("job.step").unset("shared"));
    }

    /** Puts a running job back into the queue, because its worker is gone. */
    Mono<Asset> requeue(Asset seen) {
        Update requeue = discarding(seen)
                .set("job.state", JobState.QUEUED)
                .set("job.percent", 0)
                .unset("job.prefix")
                .unset("job.sentAt")
                .unset("job.step")
                .unset("shared")
                .inc("job.token", 1);
        return writes.change(asSeen(seen), requeue);
    }

    /**
     * Ends an open job without a result.
     *
     * @param hopeless whether it was tried as often as a job may be
     */
    Mono<Asset> fail(Asset seen, String detail, @Nullable String outputTail, boolean hopeless) {
        boolean dead = hopeless || seen.job().failsOften(settings.maxAttempts());
        Update fail = discarding(seen)
                .set("job.endedAt", clock.instant())
                .set("job.deadSince", dead ? clock.instant() : null)
                .inc("job.failures", 1)
                .set("job.state", JobState.FAILED)
                .set("job.detail", detail)
                .set("job.outputTail", outputTail)
                .set("state", MediaState.FAILED)
                .unset("job.prefix")
                .unset("shared")
                .inc("job.token", 1);
        return writes.change(asSeen(seen), fail);
    }

    Mono<Asset> refuse(Asset seen, JobRefused answer) {
        Update refuse = discarding(seen, new Garbage(seen.sources(), clock.instant()))
                .set("job.state", JobState.REFUSED)
                .set("job.endedAt", clock.instant())
                .set("job.refusal", answer.code())
                .set("job.detail", answer.detail())
                .set("state", MediaState.REFUSED)
                .unset("job.prefix")
                .unset("shared");
        return writes.change(asSeen(seen), refuse);
    }

    /** @param leftOvers objects under the job's prefix that are no part of the product */
    Mono<Asset> finish(Asset seen, Product product, List<Garbage> leftOvers) {
        Update finish = changed()
                .push("garbage")
                .each(leftOvers.toArray())
                .unset("shared")
                .set("job.state", JobState.DONE)
                .set("job.endedAt", clock.instant())
                .set("job.percent", 100)
                .set("product", product)
                .set("state", MediaState.READY);
        return writes.change(asSeen(seen), finish);
    }

    /** Wants a failed job done after all. */
    Mono<Asset> retry(Asset seen) {
        Update retry = changed()
                .set("job.state", JobState.QUEUED)
                .set("job.attempt", 0)
                .set("job.percent", 0)
                .set("state", MediaState.PROCESSING)
                .unset("job.sentAt")
                .unset("job.detail")
                .unset("job.outputTail")
                .unset("job.endedAt")
                .unset("job.deadSince")
                .inc("job.token", 1);
        return writes.change(asSeen(seen), retry);
    }

    /** Renews the lease of a running attempt and shows how far it is. */
    Mono<Asset> progress(JobProgress news) {
        Update progress = changed()
                .set("job.step", news.step())
                .set("job.percent", Math.max(0, Math.min(100, news.percent())))
                .set("job.leaseUntil", clock.instant().plus(settings.lease()));
        Criteria attempt = JobWrites.running(news.jobId(), news.token());
        return writes.change(attempt.and("shared").isNull(), progress);
    }

    /** Notes objects that a void attempt has left; nothing when the asset is gone. */
    Mono<Asset> discard(String assetId, String prefix) {
        return discard(assetId, new Garbage(prefix, clock.instant()));
    }

    /** The same for objects that may be needed for a while. */
    Mono<Asset> discard(String assetId, Garbage garbage) {
        return writes.change(where("_id").is(assetId), new Update().push("garbage", garbage));
    }

    Flux<Asset> silent(int limit) {
        Criteria silent =
                where("job.state").is(JobState.RUNNING).and("job.leaseUntil").lt(clock.instant());
        Criteria alone = silent.and("deletedAt").isNull().and("shared").isNull();
        return mongo.find(Query.query(alone).limit(limit), Asset.class);
    }

    /** Queued jobs whose last message was sent before a time, or never was. */
    Flux<Asset> waitingSince(Instant time, MediaKind kind, int limit) {
        Criteria waiting = where("job.state").is(JobState.QUEUED).and("kind").is(kind);
        Criteria sent = new Criteria()
                .orOperator(where("job.sentAt").isNull(), where("job.sentAt").lt(time));
        return mongo.find(
                Query.query(waiting.and("deletedAt").isNull().andOperator(sent)).limit(limit), Asset.class);
    }

    private Update changed() {
        return new Update().inc("revision", 1);
    }

    private Update discarding(Asset seen, Garbage... more) {
        List<Garbage> garbage = new ArrayList<>(List.of(more));
        String prefix = seen.job().prefix();
        if (prefix != null) {
            garbage.add(new Garbage(prefix, clock.instant()));
            garbage.add(new Garbage(prefix, clock.instant().plus(AssetRecords.STRAGGLERS)));
        }
        return changed().push("garbage").each(garbage.toArray());
    }

    /** Notes that a message is about to be sent; empty when another backend has just done so, or it was deleted. */
    Mono<Asset> sending(Asset seen) {
        Update sending = Update.update("job.sentAt", clock.instant());
        return writes.change(asSeen(seen).and("job.sentAt").is(seen.job().sentAt()), sending);
    }

    private static Criteria asSeen(Asset seen) {
        return JobWrites.asSeen(seen.id(), seen.job()).and("deletedAt").isNull();
    }
}
