package org.lecturehalls.support;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.LinkPurpose;
import org.lecturehalls.media.MediaAsset;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.media.MediaLinks;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.media.OfflineFile;
import org.lecturehalls.media.OfflineFiles;
import org.lecturehalls.media.OfflineState;
import org.lecturehalls.media.Photo;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.PackKind;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.regions.RegionCode;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Media in any state at once, for tests of what is done with media; tests of media itself wait for real jobs. Import it
 * into a {@link PlatformTest}.
 */
@Primary
public class TestMedia implements MediaLibrary {

    private final Map<String, MediaAsset> assets = new ConcurrentHashMap<>();
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<String, long[]> frames = new ConcurrentHashMap<>();

    /** A new asset of the owner; one that is ready lasts 90.5 seconds or has 3 pages. */
    public String add(String ownerId, MediaKind kind, MediaState state) {
        String id = Ids.next();
        put(id, ownerId, kind, state, false);
        return id;
    }

    /** Gives a document its text. */
    public void write(String id, String text) {
        texts.put(id, text);
    }

    public void become(String id, MediaState state) {
        MediaAsset old = assets.get(id);
        put(id, old.ownerId(), old.kind(), state, old.published());
    }

    public void delete(String id) {
        assets.remove(id);
    }

    public boolean isPublished(String id) {
        return assets.get(id).published();
    }

    private void put(String id, String ownerId, MediaKind kind, MediaState state, boolean published) {
        boolean ready = state == MediaState.READY;
        Double duration = ready && kind == MediaKind.VIDEO ? 90.5 : null;
        Integer pages = ready && kind == MediaKind.DOCUMENT ? 3 : null;
        List<String> renditions = ready && kind == MediaKind.VIDEO ? List.of("144p", "360p") : List.of();
        RegionCode region = new RegionCode("451022");
        assets.put(
                id,
                new MediaAsset(id, kind, ownerId, region, state, "课 1.mp4", duration, pages, renditions, published));
    }

    @Override
    public Mono<MediaAsset> get(String id) {
        return Mono.justOrEmpty(assets.get(id)).switchIfEmpty(Mono.error(NotFoundException::new));
    }

    @Override
    public Mono<MediaAsset> ownedBy(CurrentUser user, String id) {
        return get(id).filter(asset -> asset.ownerId().equals(user.id()))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    @Override
    public Mono<String> text(String id) {
        return get(id).mapNotNull(asset -> texts.get(id));
    }

    /** Gives a video its frames. */
    public void film(String id, long... hashes) {
        frames.put(id, hashes);
    }

    @Override
    public Mono<long[]> frameHashes(String id) {
        return Mono.justOrEmpty(frames.get(id));
    }

    @Override
    public Mono<Void> setPublished(String id, boolean published) {
        return get(id).doOnNext(asset -> put(id, asset.ownerId(), asset.kind(), asset.state(), published))
                .then();
    }

    @Override
    public Flux<Photo> photos(List<String> ids, LinkPurpose purpose) {
        return Flux.fromIterable(ids)
                .filter(assets::containsKey)
                .map(id -> new Photo(
                        id, assets.get(id).state(), List.of(new Photo.Size("/m/" + id + "/" + purpose, 320, 240))));
    }

    @Override
    public Mono<Void> checkPhotos(CurrentUser user, List<String> ids, Collection<String> known) {
        return Flux.fromIterable(ids)
                .filter(id -> !known.contains(id))
                .concatMap(id -> ownedBy(user, id))
                .then();
    }

    @Override
    public Mono<Void> discard(String id) {
        return Mono.fromRunnable(() -> assets.remove(id));
    }

    private final Map<String, String> ordered = new ConcurrentHashMap<>();
    private final Set<String> stopped = ConcurrentHashMap.newKeySet();

    /** Whether nobody is to go on making plain files of it. */
    public boolean isStopped(String assetId) {
        return stopped.contains(assetId);
    }

    /** There is a file as soon as somebody has ordered it. */
    @Override
    public Mono<OfflineFiles> offlineFiles(String id, LinkPurpose purpose) {
        String title = ordered.get(id);
        return get(id).map(asset -> title == null
                ? new OfflineFiles(OfflineState.NONE, List.of())
                : new OfflineFiles(
                        OfflineState.READY,
                        List.of(new OfflineFile(
                                PackKind.VIDEO,
                                title + ".mp4",
                                1_000,
                                "0".repeat(64),
                                URI.create("/f/" + id + "/" + purpose)))));
    }

    @Override
    public Mono<Void> stopOfflineFiles(String assetId) {
        stopped.add(assetId);
        return Mono.empty();
    }

    @Override
    public Mono<Void> orderOfflineFiles(String id, String title, String album) {
        return get(id).doOnNext(asset -> ordered.put(id, album + " - " + title)).then();
    }

    @Override
    public Mono<MediaLinks> links(String id, LinkPurpose purpose) {
        Instant expiresAt = Instant.parse("2030-01-01T00:00:00Z");
        return get(id).map(asset ->
                new MediaLinks("/m/" + id + "/" + purpose, null, null, List.of(), null, List.of(), expiresAt));
    }
}
