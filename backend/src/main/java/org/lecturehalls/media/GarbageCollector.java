package org.lecturehalls.media;

import java.time.Clock;
import org.lecturehalls.storage.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Removes the objects that assets have written down as garbage: of refused files, of attempts that lost, of deleted
 * assets. Mostly at once, and what could not be removed then on a later round.
 */
@Component
class GarbageCollector {

    private static final Logger LOG = LoggerFactory.getLogger(GarbageCollector.class);
    private static final int ASSETS_A_ROUND = 100;

    private final AssetRecords assets;
    private final TrackRecords tracks;
    private final VideoPartRecords parts;
    private final PackRecords packs;
    private final CaptionRecords captions;
    private final ChapterRecords chapters;
    private final ObjectStore store;
    private final Clock clock;

    GarbageCollector(
            AssetRecords assets,
            TrackRecords tracks,
            VideoPartRecords parts,
            PackRecords packs,
            CaptionRecords captions,
            ChapterRecords chapters,
            ObjectStore store,
            Clock clock) {
        this.assets = assets;
        this.tracks = tracks;
        this.parts = parts;
        this.packs = packs;
        this.captions = captions;
        this.chapters = chapters;
        this.store = store;
        this.clock = clock;
    }

    /** Removes what an asset has that is due. Never fails: what is left is written down. */
    Mono<Void> collect(Asset asset) {
        return Flux.fromIterable(asset.garbage())
                .filter(garbage -> !garbage.notBefore().isAfter(clock.instant()))
                .concatMap(garbage -> remove(asset, garbage))
                .then(Mono.defer(() -> forget(asset)))
                .doOnError(e -> LOG.warn("Objects of asset {} cannot be removed now: {}", asset.id(), e.toString()))
                .onErrorComplete();
    }

    private Mono<Void> remove(Asset asset, Garbage garbage) {
        return store.deleteAll(garbage.prefix()).then(assets.removed(asset.id(), garbage));
    }

    private Mono<Void> forget(Asset asset) {
        return asset.deletedAt() == null
                ? Mono.empty()
                : tracks.deleteOf(asset.id())
                        .then(parts.deleteOf(asset.id()))
                        .then(packs.delete(asset.id()))
                        .then(captions.deleteOf(asset.id()))
                        .then(chapters.deleteOf(asset.id()))
                        .then(assets.forgetDeleted(asset.id()));
    }

    @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT15S")
    Mono<Void> sweep() {
        return Mono.defer(this::sweepNow);
    }

    private Mono<Void> sweepNow() {
        return assets.withGarbage(ASSETS_A_ROUND).concatMap(this::collect).then();
    }
}
