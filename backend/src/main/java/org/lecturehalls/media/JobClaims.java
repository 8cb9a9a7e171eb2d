package org.lecturehalls.media;

import java.time.Clock;
import org.lecturehalls.media.contract.CancelJob;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobClaim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Decides which worker may do a job. */
@Component
class JobClaims {

    private static final Logger LOG = LoggerFactory.getLogger(JobClaims.class);

    private final JobRecords jobs;
    private final JobEnd end;
    private final MediaBroker broker;
    private final GarbageCollector collector;
    private final MediaSettings settings;
    private final Clock clock;

    JobClaims(
            JobRecords jobs,
            JobEnd end,
            MediaBroker broker,
            GarbageCollector collector,
            MediaSettings settings,
            Clock clock) {
        this.jobs = jobs;
        this.end = end;
        this.broker = broker;
        this.collector = collector;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Grants a job that waits, or whose worker is gone: silent for a lease, or so says the broker that hands its message
     * out again. Denied is what is finished, in good hands or was tried too often.
     */
    Mono<ClaimReply> claim(JobClaim claim) {
        return jobs.find(claim.jobId()).flatMap(asset -> claim(asset, claim)).defaultIfEmpty(ClaimReply.DENIED);
    }

    private Mono<ClaimReply> claim(Asset asset, JobClaim claim) {
        Job job = asset.job();
        boolean busy = job.isAlive(clock.instant()) && !claim.redelivered();
        if (!job.isOpen() || asset.isShared() || busy) {
            return Mono.just(ClaimReply.DENIED);
        }
        if (job.attempt() >= settings.maxAttempts()) {
            return end.giveUp(asset).thenReturn(ClaimReply.DENIED);
        }
        return jobs.start(asset, claim.workerId())
                .flatMap(started ->
                        takenFrom(asset).then(collector.collect(started)).thenReturn(started))
                .map(JobClaims::granted)
                .doOnNext(reply -> LOG.info("{} works on {} as {}", claim.workerId(), claim.jobId(), reply.token()))
                .defaultIfEmpty(ClaimReply.DENIED);
    }

    /** The worker that had it before, should it still live, is told to stop. */
    private Mono<Void> takenFrom(Asset before) {
        return before.job().state() == JobState.RUNNING
                ? broker.cancel(new CancelJob(before.id(), before.job().token()))
                : Mono.empty();
    }

    private static ClaimReply granted(Asset started) {
        String prefix = started.job().prefix();
        return prefix == null
                ? ClaimReply.DENIED
                : new ClaimReply(true, started.job().token(), prefix);
    }
}
