package org.lecturehalls.media;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends a job with what was made, in one write, and does what follows from it. */
@Component
class JobCompletion {

    private static final Logger LOG = LoggerFactory.getLogger(JobCompletion.class);

    private final JobRecords jobs;
    private final TrackRecords tracks;
    private final GarbageCollector collector;
    private final StorageLedger ledger;
    private final Replacements replacements;
    private final ApplicationEventPublisher events;

    JobCompletion(
            JobRecords jobs,
            TrackRecords tracks,
            GarbageCollector collector,
            StorageLedger ledger,
            Replacements replacements,
            ApplicationEventPublisher events) {
        this.jobs = jobs;
        this.tracks = tracks;
        this.collector = collector;
        this.ledger = ledger;
        this.replacements = replacements;
        this.events = events;
    }

    /**
     * Answers true when the asset is ready now, and nothing when the job had ended before.
     *
     * @param leftOvers objects that are of no use any more
     */
    Mono<Boolean> finish(Asset asset, Product product, List<Garbage> leftOvers) {
        return jobs.finish(asset, product, leftOvers)
                .doOnNext(this::announce)
                .flatMap(ready -> tracks.deleteOthers(ready.id(), ready.job().token())
                        .then(collector.collect(ready))
                        .then(ledger.follow(ready))
                        .then(replacements.ready(ready))
                        .thenReturn(true));
    }

    private void announce(Asset ready) {
        LOG.info("Asset {} is ready", ready.id());
        events.publishEvent(new MediaReady(ready.id(), ready.kind()));
    }
}
