package org.lecturehalls.media;

import java.util.List;
import org.lecturehalls.media.contract.CancelJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Stops the making of plain files that nobody wants any more. */
@Component
class PackEnd {

    private static final Logger LOG = LoggerFactory.getLogger(PackEnd.class);

    private final AssetRecords assets;
    private final PackRecords packs;
    private final PackLeftovers leftovers;
    private final MediaBroker broker;

    PackEnd(AssetRecords assets, PackRecords packs, PackLeftovers leftovers, MediaBroker broker) {
        this.assets = assets;
        this.packs = packs;
        this.leftovers = leftovers;
        this.broker = broker;
    }

    /** Of a content that is deleted or replaced. Its worker, should one be at it, stops at once. */
    Mono<Void> ofContent(String contentId) {
        return stop(contentId, "no longer wanted: its video is gone");
    }

    /** Of an asset that no lesson is to show any more. Files that are there already stay. */
    Mono<Void> ofLesson(String assetId) {
        return assets.all(List.of(assetId))
                .concatMap(asset -> stop(asset.contentId(), "no longer wanted: its lesson is gone"))
                .then();
    }

    private Mono<Void> stop(String contentId, String why) {
        return packs.stop(contentId, why)
                .doOnNext(pack -> LOG.info("{}: {}", pack.jobId(), why))
                .filter(pack -> pack.job().state() == JobState.RUNNING)
                .flatMap(pack -> broker.cancel(
                                new CancelJob(pack.jobId(), pack.job().token()))
                        .then(leftovers.of(pack)));
    }
}
