package org.lecturehalls.media;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.media.contract.PackJob;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.storage.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Has plain files made of videos when somebody wants them; they are kept then as long as the video. */
@Component
class Packs {

    private static final Logger LOG = LoggerFactory.getLogger(Packs.class);

    private final AssetRecords assets;
    private final PackRecords packs;
    private final TrackRecords tracks;
    private final MediaBroker broker;
    private final ObjectStore store;
    private final Clock clock;

    Packs(
            AssetRecords assets,
            PackRecords packs,
            TrackRecords tracks,
            MediaBroker broker,
            ObjectStore store,
            Clock clock) {
        this.assets = assets;
        this.packs = packs;
        this.tracks = tracks;
        this.broker = broker;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Orders the files, unless they are there or on their way. The caller has checked who is asking.
     *
     * @param title what the files are to call themselves
     * @param album of what that is a part; empty when of nothing
     */
    Mono<Void> order(String assetId, String title, String album) {
        return assets.get(assetId).flatMap(asset -> order(asset, title, album));
    }

    private Mono<Void> order(Asset asset, String title, String album) {
        Product product = asset.product();
        if (asset.kind() != MediaKind.VIDEO || product == null || product.durationSeconds() == null) {
            return Mono.error(new ConflictException("media-not-ready"));
        }
        Packed made = product.offline();
        if (made != null && made.isCalled(title, album)) {
            return Mono.empty();
        }
        Pack wanted = Pack.of(asset, title, album, clock.instant());
        return packs.find(wanted.id())
                .flatMap(before -> again(before, wanted))
                .switchIfEmpty(Mono.defer(() -> packs.insert(wanted)))
                .flatMap(this::send);
    }

    /** What is on its way comes first, even for another title: whoever wants the files has something to play then. */
    private Mono<Pack> again(Pack before, Pack wanted) {
        boolean onItsWay = before.job().isOpen() && before.content() == wanted.content();
        return onItsWay ? Mono.just(before).filter(pack -> pack.job().sentAt() == null) : packs.renew(before, wanted);
    }

    /** Sends a queued job, unless somebody just did. Never fails because of the broker: the sweep sends it later. */
    Mono<Void> send(Pack pack) {
        return pack.job().state() != JobState.QUEUED
                ? Mono.empty()
                : packs.sending(pack).flatMap(sent -> showing(sent).flatMap(asset -> put(sent, asset)));
    }

    /** The asset that shows the content; when none does any more, there is nothing to do. */
    Mono<Asset> showing(Pack pack) {
        return assets.get(pack.assetId())
                .onErrorComplete(NotFoundException.class)
                .filter(asset -> pack.isOf(asset) && asset.product() != null)
                .switchIfEmpty(Mono.defer(() -> packs.delete(pack.id()).then(Mono.empty())));
    }

    private Mono<Void> put(Pack pack, Asset asset) {
        return jobOf(pack, asset)
                .flatMap(job -> broker.send(MediaQueues.PACK_JOBS, pack.jobId(), job))
                .doOnError(e -> LOG.warn("{} cannot be sent now: {}", pack.jobId(), e.toString()))
                .onErrorComplete();
    }

    private Mono<PackJob> jobOf(Pack pack, Asset asset) {
        Product product = Objects.requireNonNull(asset.product());
        Mono<List<PackJob.Stretch>> picture =
                PackPlan.rung(product).map(rung -> track(asset, rung.name())).orElse(Mono.just(List.of()));
        Mono<List<PackJob.Stretch>> sound = product.sound() == null ? Mono.just(List.of()) : track(asset, Track.SOUND);
        double seconds = product.durationSeconds() == null ? 0 : product.durationSeconds();
        return Mono.zip(picture, sound)
                .map(both -> new PackJob(
                        pack.jobId(),
                        store.bucket(),
                        pack.title(),
                        pack.album(),
                        seconds,
                        both.getT1(),
                        both.getT2(),
                        product.posterKey()));
    }

    private Mono<List<PackJob.Stretch>> track(Asset asset, String name) {
        return tracks.get(asset.contentId(), asset.contentToken(), name)
                .map(Track::inOrder)
                .map(PackPlan::stretches);
    }
}
