package org.lecturehalls.media;

import java.time.Clock;
import org.lecturehalls.media.contract.MediaJob;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the broker could not deliver: each time, the worker that took the message died or gave it back. */
@Component
class DeadLetters {

    private final JobRecords jobs;
    private final JobEnd end;
    private final Clock clock;

    DeadLetters(JobRecords jobs, JobEnd end, Clock clock) {
        this.jobs = jobs;
        this.end = end;
        this.clock = clock;
    }

    /** Fails the job, unless it is finished, or another message brought it to a worker that lives. */
    Mono<Void> dead(MediaJob job) {
        return jobs.find(job.jobId())
                .filter(asset -> asset.job().isOpen() && !asset.job().isAlive(clock.instant()))
                .flatMap(asset ->
                        end.fail(asset, "no worker could finish it: its message was delivered too often", null));
    }
}
