package org.lecturehalls.media;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.storage.ObjectStore;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class StoredMediaLibrary implements MediaLibrary {

    private static final int MOST_TEXT_BYTES = 16 << 20;

    private final AssetRecords assets;
    private final TrackRecords tracks;
    private final PlaybackLinks links;
    private final ObjectStore store;
    private final Photos photos;
    private final AssetEnd end;
    private final Packs packs;
    private final PackEnd packEnd;
    private final OfflineReading offline;

    StoredMediaLibrary(
            AssetRecords assets,
            TrackRecords tracks,
            PlaybackLinks links,
            ObjectStore store,
            Photos photos,
            AssetEnd end,
            Packs packs,
            PackEnd packEnd,
            OfflineReading offline) {
        this.assets = assets;
        this.tracks = tracks;
        this.links = links;
        this.store = store;
        this.photos = photos;
        this.end = end;
        this.packs = packs;
        this.packEnd = packEnd;
        this.offline = offline;
    }

    @Override
    public Mono<MediaAsset> get(String id) {
        return assets.get(id).map(Asset::asPublicFace);
    }

    @Override
    public Mono<MediaAsset> ownedBy(CurrentUser user, String id) {
        return assets.own(user, id).map(Asset::asPublicFace);
    }

    @Override
    public Mono<String> text(String id) {
        return assets.get(id)
                .mapNotNull(Asset::product)
                .mapNotNull(Product::textKey)
                .flatMap(key -> store.get(key, MOST_TEXT_BYTES))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public Mono<long[]> frameHashes(String id) {
        return assets.get(id)
                .flatMap(asset -> tracks.frames(asset.contentId()))
                .onErrorComplete(NotFoundException.class)
                .map(FrameHashes::decoded);
    }

    @Override
    public Mono<Void> setPublished(String assetId, boolean published) {
        return assets.setPublished(assetId, published).then();
    }

    @Override
    public Flux<Photo> photos(List<String> assetIds, LinkPurpose purpose) {
        return photos.of(assetIds, purpose);
    }

    @Override
    public Mono<Void> checkPhotos(CurrentUser user, List<String> assetIds, Collection<String> known) {
        return photos.check(user, assetIds, known);
    }

    @Override
    public Mono<Void> discard(String assetId) {
        return end.discard(assetId);
    }

    @Override
    public Mono<OfflineFiles> offlineFiles(String assetId, LinkPurpose purpose) {
        return offline.of(assetId, purpose);
    }

    @Override
    public Mono<Void> orderOfflineFiles(String assetId, String title, String album) {
        return packs.order(assetId, title, album);
    }

    @Override
    public Mono<Void> stopOfflineFiles(String assetId) {
        return packEnd.ofLesson(assetId);
    }

    @Override
    public Mono<MediaLinks> links(String assetId, LinkPurpose purpose) {
        return links.forPurpose(assetId, purpose);
    }
}
