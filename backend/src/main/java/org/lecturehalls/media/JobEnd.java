package org.lecturehalls.media;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.CancelJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends jobs without a result. */
@Component
class JobEnd {

    private static final Logger LOG = LoggerFactory.getLogger(JobEnd.class);

    private final JobRecords jobs;
    private final VideoPartRecords parts;
    private final MediaBroker broker;
    private final GarbageCollector collector;
    private final MediaSettings settings;
    private final ApplicationEventPublisher events;

    JobEnd(
            JobRecords jobs,
            VideoPartRecords parts,
            MediaBroker broker,
            GarbageCollector collector,
            MediaSettings settings,
            ApplicationEventPublisher events) {
        this.jobs = jobs;
        this.parts = parts;
        this.broker = broker;
        this.collector = collector;
        this.settings = settings;
        this.events = events;
    }

    Mono<Void> giveUp(Asset asset) {
        return bury(asset, "gave up after " + settings.maxAttempts() + " attempts", null);
    }

    /** Fails an open job, unless it has moved on since it was seen. */
    Mono<Void> fail(Asset asset, String detail, @Nullable String outputTail) {
        return fail(asset, detail, outputTail, false);
    }

    /** Fails a job that was tried as often as a job may be, so that somebody looks at it. */
    Mono<Void> bury(Asset asset, String detail, @Nullable String outputTail) {
        return fail(asset, detail, outputTail, true);
    }

    private Mono<Void> fail(Asset asset, String detail, @Nullable String outputTail, boolean hopeless) {
        return jobs.fail(asset, detail, outputTail, hopeless)
                .doOnNext(failed -> LOG.warn("Job {} failed: {}", failed.id(), detail))
                .doOnNext(failed -> events.publishEvent(new MediaFailed(failed.id(), failed.kind())))
                .flatMap(failed -> stopParts(failed, asset.job().token()).then(collector.collect(failed)));
    }

    /** Tells all workers that have the job or parts of it to stop. */
    Mono<Void> stopParts(Asset asset, long token) {
        return broker.cancel(new CancelJob(asset.id(), token)).then(parts.deleteOf(asset.id()));
    }
}
