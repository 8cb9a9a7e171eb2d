package org.lecturehalls.media;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Decides who may watch a video, or keep it: anyone when it is published, else whoever was given a token for it. */
@Component
class PlaybackPermits {

    private final AssetRecords assets;
    private final PlaybackTokens tokens;

    PlaybackPermits(AssetRecords assets, PlaybackTokens tokens) {
        this.assets = assets;
        this.tokens = tokens;
    }

    /** The asset; for whoever may not watch it there is none. */
    Mono<Asset> check(String assetId, @Nullable String token) {
        return assets.get(assetId)
                .flatMap(asset -> asset.published() ? Mono.just(asset) : withToken(asset, token))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    private Mono<Asset> withToken(Asset asset, @Nullable String token) {
        return token == null ? Mono.empty() : tokens.check(asset.id(), token).thenReturn(asset);
    }
}
