package org.lecturehalls.media;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.FilmPictures;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.storage.ObjectStore;
import org.lecturehalls.storage.Presentation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Plays published assets to anyone, and others to whoever has a token for them, also while they are still being made. */
@Component
class Playback {

    private static final Presentation MP4 = Presentation.as("video/mp4");
    private static final Presentation JPEG = Presentation.as("image/jpeg");

    /** How long a published playlist may be kept: well within the time that the addresses in it still work. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final PlaybackPermits permits;
    private final TrackRecords tracks;
    private final VideoPartRecords parts;
    private final CaptionRecords captions;
    private final ObjectStore store;
    private final MediaSettings settings;
    private final Clock clock;

    Playback(
            PlaybackPermits permits,
            TrackRecords tracks,
            VideoPartRecords parts,
            CaptionRecords captions,
            ObjectStore store,
            MediaSettings settings,
            Clock clock) {
        this.permits = permits;
        this.tracks = tracks;
        this.parts = parts;
        this.captions = captions;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A playlist.
     *
     * @param keep how long anyone may keep it; zero when nobody may
     */
    record Playlist(String text, Duration keep) {}

    Mono<Playlist> master(String assetId, @Nullable String token) {
        String query = token == null ? "" : "?token=" + token;
        return permitted(assetId, token)
                .flatMap(asset -> product(asset)
                        .zipWith(captions.of(assetId).collectList())
                        .map(both -> Playlists.master(both.getT1(), both.getT2(), query))
                        .map(text -> new Playlist(text, keep(asset))));
    }

    /** The playlist of the captions in one language. */
    Mono<Playlist> captions(String assetId, String language, @Nullable String token) {
        String query = token == null ? "" : "?token=" + token;
        return permitted(assetId, token)
                .flatMap(asset -> captions.get(assetId, language)
                        .flatMap(there -> product(asset))
                        .mapNotNull(Product::durationSeconds)
                        .map(seconds -> Playlists.captions(language, seconds, query))
                        .map(text -> new Playlist(text, keep(asset))));
    }

    /** The captions themselves. */
    Mono<Playlist> captionText(String assetId, String language, @Nullable String token) {
        return permitted(assetId, token)
                .flatMap(asset -> captions.get(assetId, language).map(found -> new Playlist(found.vtt(), keep(asset))));
    }

    /** Small pictures for the seek bar. */
    Mono<Playlist> thumbnails(String assetId, @Nullable String token) {
        return permitted(assetId, token)
                .flatMap(asset -> Mono.justOrEmpty(asset.product())
                        .mapNotNull(Product::pictures)
                        .mapNotNull(FilmPictures::strip)
                        .map(strip -> ThumbnailTrack.of(strip, key -> address(asset, key, JPEG)))
                        .map(text -> new Playlist(text, keep(asset))))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    Mono<Playlist> media(String assetId, String track, @Nullable String token) {
        return permitted(assetId, token)
                .flatMap(asset -> text(asset, track).map(text -> new Playlist(text, keep(asset))));
    }

    private Mono<Product> product(Asset asset) {
        SharedVideo shared = asset.shared();
        return shared == null || asset.product() != null
                ? Mono.justOrEmpty(asset.product())
                : parts.of(asset.id(), shared.token()).map(all -> GrowingTracks.preview(shared.plan(), all));
    }

    private Mono<String> text(Asset asset, String track) {
        SharedVideo shared = asset.shared();
        return shared == null || asset.product() != null
                ? tracks.get(asset.contentId(), asset.contentToken(), track)
                        .map(found -> Playlists.media(found.inOrder(), key -> address(asset, key)))
                : parts.of(asset.id(), shared.token())
                        .map(all -> GrowingTracks.of(track, all))
                        .filter(stretches -> !stretches.isEmpty())
                        .map(stretches -> Playlists.growing(stretches, key -> address(asset, key)))
                        .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    private Mono<Asset> permitted(String assetId, @Nullable String token) {
        return permits.check(assetId, token)
                .filter(Playback::isPlayable)
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /** When it is ready, or its beginning is. */
    static boolean isPlayable(Asset asset) {
        Product product = asset.product();
        SharedVideo shared = asset.shared();
        return product != null ? product.durationSeconds() != null : shared != null && shared.playable();
    }

    private static Duration keep(Asset asset) {
        return asset.published() ? KEPT : Duration.ZERO;
    }

    private String address(Asset asset, String key) {
        return address(asset, key, MP4);
    }

    private String address(Asset asset, String key, Presentation presentation) {
        Duration validity = asset.published() ? settings.publishedLinks() : settings.privateLinks();
        SigningTime time = SigningTime.at(clock.instant(), validity);
        return store.signRead(key, presentation, time.signedAt(), time.validity())
                .url()
                .toString();
    }
}
