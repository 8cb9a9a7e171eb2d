package org.lecturehalls.media;

import java.time.Clock;
import org.lecturehalls.media.contract.CancelJob;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobClaim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Decides which worker may make a part, as {@link JobClaims} does for whole jobs. */
@Component
class VideoPartClaims {

    private static final Logger LOG = LoggerFactory.getLogger(VideoPartClaims.class);

    private final VideoPartRecords parts;
    private final SharedVideos videos;
    private final MediaBroker broker;
    private final Clock clock;

    VideoPartClaims(VideoPartRecords parts, SharedVideos videos, MediaBroker broker, Clock clock) {
        this.parts = parts;
        this.videos = videos;
        this.broker = broker;
        this.clock = clock;
    }

    Mono<ClaimReply> claim(JobClaim claim) {
        return parts.find(claim.jobId())
                .filter(part -> mayStart(part, claim))
                .flatMap(part -> videos.assetOf(part).flatMap(asset -> start(asset, part, claim)))
                .defaultIfEmpty(ClaimReply.DENIED);
    }

    private boolean mayStart(VideoPart part, JobClaim claim) {
        Job job = part.job();
        return job.isOpen() && (claim.redelivered() || !job.isAlive(clock.instant()));
    }

    private Mono<ClaimReply> start(Asset asset, VideoPart part, JobClaim claim) {
        String prefix = asset.job().prefix();
        if (prefix == null) {
            return Mono.empty();
        }
        if (videos.isTriedOften(part)) {
            return videos.giveUp(asset, part).then(Mono.empty());
        }
        return parts.start(part, prefix, claim.workerId())
                .flatMap(started -> takenFrom(part).thenReturn(started))
                .doOnNext(started -> LOG.info(
                        "{} works on {} as {}",
                        claim.workerId(),
                        claim.jobId(),
                        started.job().token()))
                .map(VideoPartClaims::granted);
    }

    /** The worker that had it before, should it still live, is told to stop. */
    private Mono<Void> takenFrom(VideoPart before) {
        return before.job().state() == JobState.RUNNING
                ? broker.cancel(new CancelJob(before.id(), before.job().token()))
                : Mono.empty();
    }

    private static ClaimReply granted(VideoPart started) {
        String prefix = started.job().prefix();
        return prefix == null
                ? ClaimReply.DENIED
                : new ClaimReply(true, started.job().token(), prefix);
    }
}
