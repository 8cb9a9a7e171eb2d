package org.lecturehalls.media;

import java.time.Clock;
import org.lecturehalls.media.contract.MediaJob;
import org.lecturehalls.media.contract.PartJob;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the broker could not deliver: each time, the worker that took the message died or gave it back. */
@Component
class DeadLetters {

    private final JobRecords jobs;
    private final VideoPartRecords parts;
    private final SharedVideos videos;
    private final JobEnd end;
    private final Clock clock;

    DeadLetters(JobRecords jobs, VideoPartRecords parts, SharedVideos videos, JobEnd end, Clock clock) {
        this.jobs = jobs;
        this.parts = parts;
        this.videos = videos;
        this.end = end;
        this.clock = clock;
    }

    /** Has the part tried again under a new message, which counts as one of its attempts. */
    Mono<Void> dead(PartJob job) {
        return parts.find(job.jobId())
                .filter(part -> part.job().isOpen() && !part.job().isAlive(clock.instant()))
                .flatMap(part -> videos.assetOf(part)
                        .flatMap(asset -> videos.tryAgain(asset, part, "its message was delivered too often", null)));
    }

    /** Fails the job, unless it is finished, or another message brought it to a worker that lives. */
    Mono<Void> dead(MediaJob job) {
        return jobs.find(job.jobId())
                .filter(asset -> asset.job().isOpen() && !asset.isInGoodHands(clock.instant()))
                .flatMap(asset ->
                        end.bury(asset, "no worker could finish it: its message was delivered too often", null));
    }
}
