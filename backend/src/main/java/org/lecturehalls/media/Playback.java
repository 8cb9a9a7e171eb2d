package org.lecturehalls.media;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.storage.ObjectStore;
import org.lecturehalls.storage.Presentation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Plays published assets to anyone, and others to whoever has a token for them. */
@Component
class Playback {

    private static final Presentation MP4 = Presentation.as("video/mp4");

    /** How long a published playlist may be kept: well within the time that the addresses in it still work. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final AssetRecords assets;
    private final TrackRecords tracks;
    private final PlaybackTokens tokens;
    private final ObjectStore store;
    private final MediaSettings settings;
    private final Clock clock;

    Playback(
            AssetRecords assets,
            TrackRecords tracks,
            PlaybackTokens tokens,
            ObjectStore store,
            MediaSettings settings,
            Clock clock) {
        this.assets = assets;
        this.tracks = tracks;
        this.tokens = tokens;
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
                .map(asset -> new Playlist(Playlists.master(productOf(asset), query), keep(asset)));
    }

    Mono<Playlist> media(String assetId, String track, @Nullable String token) {
        return permitted(assetId, token)
                .flatMap(asset -> tracks.get(assetId, asset.job().token(), track)
                        .map(found -> new Playlist(Playlists.media(found, address(asset, found)), keep(asset))));
    }

    private Mono<Asset> permitted(String assetId, @Nullable String token) {
        return assets.get(assetId)
                .flatMap(asset -> asset.published() ? Mono.just(asset) : withToken(asset, token))
                .filter(asset -> asset.product() != null && asset.product().durationSeconds() != null)
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    private Mono<Asset> withToken(Asset asset, @Nullable String token) {
        return token == null ? Mono.empty() : tokens.check(asset.id(), token).thenReturn(asset);
    }

    private static Product productOf(Asset asset) {
        Product product = asset.product();
        if (product == null) {
            throw new NotFoundException();
        }
        return product;
    }

    private static Duration keep(Asset asset) {
        return asset.published() ? KEPT : Duration.ZERO;
    }

    private String address(Asset asset, Track track) {
        Duration validity = asset.published() ? settings.publishedLinks() : settings.privateLinks();
        SigningTime time = SigningTime.at(clock.instant(), validity);
        return store.signRead(track.key(), MP4, time.signedAt(), time.validity())
                .url()
                .toString();
    }
}
