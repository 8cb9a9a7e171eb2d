package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.PartKind;
import org.lecturehalls.media.contract.VideoPlan;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is written into an asset while workers share its video; empty when its job has moved on. */
@Component
class SharedVideoRecords {

    /** Percent of the whole job before the first frame, and when all frames are done. */
    private static final int BEGUN = 5;

    private static final int ENCODED = 95;

    private final ReactiveMongoOperations mongo;
    private final Clock clock;

    SharedVideoRecords(ReactiveMongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** From one worker's hands into those of all. Writing it twice does no harm. */
    Mono<Asset> share(Asset seen, VideoPlan plan) {
        long token = seen.job().token();
        Update share = new Update()
                .set("shared", new SharedVideo(token, plan, clock.instant(), 0, null, false))
                .set("job.step", JobStep.TRANSCODING)
                .set("job.percent", BEGUN)
                .unset("job.leaseUntil")
                .unset("job.workerId")
                .inc("revision", 1);
        return change(attempt(seen.id(), token).and("shared").isNull(), share).defaultIfEmpty(seen);
    }

    /** Sums up how far the parts are. */
    Mono<Asset> progress(Asset seen, SharedVideo shared, List<VideoPart> parts) {
        long done = parts.stream().mapToLong(VideoPart::framesDone).sum();
        long all = Math.max(1, shared.plan().frames());
        boolean checking = parts.stream().anyMatch(part -> part.kind() == PartKind.CHECK);
        Update progress = new Update()
                .set("shared.framesDone", done)
                .set("shared.etaSeconds", eta(shared, done, all))
                .set("shared.playable", shared.playable() || GrowingTracks.isPlayable(shared.plan(), parts))
                .set("job.step", checking ? JobStep.VERIFYING : JobStep.TRANSCODING)
                .set("job.percent", BEGUN + (int) (done * (ENCODED - BEGUN) / all))
                .inc("revision", 1);
        return change(attempt(seen.id(), shared.token()).and("shared").ne(null), progress);
    }

    private @Nullable Long eta(SharedVideo shared, long done, long all) {
        long passed = Duration.between(shared.since(), clock.instant()).toSeconds();
        return done == 0 || passed <= 0 ? null : Math.max(0, passed * (all - done) / done);
    }

    /** Notes that a source cannot be cut, for the next attempt. */
    Mono<Asset> encodeWhole(Asset asset) {
        return change(where("_id").is(asset.id()), Update.update("whole", true));
    }

    Flux<Asset> open(int limit) {
        Criteria open = where("job.state").is(JobState.RUNNING).and("shared").ne(null);
        return mongo.find(Query.query(open.and("deletedAt").isNull()).limit(limit), Asset.class);
    }

    private static Criteria attempt(String id, long token) {
        return where("_id")
                .is(id)
                .and("job.token")
                .is(token)
                .and("job.state")
                .is(JobState.RUNNING)
                .and("deletedAt")
                .isNull();
    }

    private Mono<Asset> change(Criteria criteria, Update update) {
        FindAndModifyOptions returnNew = FindAndModifyOptions.options().returnNew(true);
        return mongo.findAndModify(Query.query(criteria), update, returnNew, Asset.class);
    }
}
