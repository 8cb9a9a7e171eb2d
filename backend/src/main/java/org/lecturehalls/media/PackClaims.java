package org.lecturehalls.media;

import java.time.Clock;
import org.lecturehalls.media.contract.CancelJob;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobClaim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Decides which worker may make plain files, as {@link JobClaims} does for whole jobs. */
@Component
class PackClaims {

    private static final Logger LOG = LoggerFactory.getLogger(PackClaims.class);

    private final PackRecords packs;
    private final Packs orders;
    private final PackLeftovers leftovers;
    private final MediaBroker broker;
    private final MediaSettings settings;
    private final Clock clock;

    PackClaims(
            PackRecords packs,
            Packs orders,
            PackLeftovers leftovers,
            MediaBroker broker,
            MediaSettings settings,
            Clock clock) {
        this.packs = packs;
        this.orders = orders;
        this.leftovers = leftovers;
        this.broker = broker;
        this.settings = settings;
        this.clock = clock;
    }

    Mono<ClaimReply> claim(JobClaim claim) {
        return packs.find(Pack.idOf(claim.jobId()))
                .filter(pack -> mayStart(pack.job(), claim))
                .flatMap(pack -> orders.showing(pack).flatMap(asset -> start(pack, claim)))
                .defaultIfEmpty(ClaimReply.DENIED);
    }

    private boolean mayStart(Job job, JobClaim claim) {
        return job.isOpen() && (claim.redelivered() || !job.isAlive(clock.instant()));
    }

    private Mono<ClaimReply> start(Pack pack, JobClaim claim) {
        if (pack.job().attempt() >= settings.maxAttempts()) {
            return packs.fail(pack, "gave up after " + settings.maxAttempts() + " attempts", null)
                    .flatMap(given -> leftovers.of(pack).thenReturn(ClaimReply.DENIED));
        }
        return packs.start(pack, claim.workerId())
                .flatMap(started -> takenFrom(pack).thenReturn(started))
                .doOnNext(started -> LOG.info(
                        "{} works on {} as {}",
                        claim.workerId(),
                        claim.jobId(),
                        started.job().token()))
                .map(PackClaims::granted);
    }

    /** The worker that had it before, should it still live, is told to stop. */
    private Mono<Void> takenFrom(Pack before) {
        return before.job().state() == JobState.RUNNING
                ? broker.cancel(new CancelJob(before.jobId(), before.job().token()))
                        .then(leftovers.of(before))
                : Mono.empty();
    }

    private static ClaimReply granted(Pack started) {
        String prefix = started.job().prefix();
        return prefix == null
                ? ClaimReply.DENIED
                : new ClaimReply(true, started.job().token(), prefix);
    }
}
