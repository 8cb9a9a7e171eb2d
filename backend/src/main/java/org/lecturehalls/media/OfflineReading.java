package org.lecturehalls.media;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.PackReady.PackedFile;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.WebSettings;
import org.lecturehalls.storage.ObjectStore;
import org.lecturehalls.storage.Presentation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells which plain files of a video there are, and where each is read. */
@Component
class OfflineReading {

    private final AssetRecords assets;
    private final PackRecords packs;
    private final PlaybackPermits permits;
    private final PlaybackTokens tokens;
    private final ObjectStore store;
    private final MediaSettings settings;
    private final WebSettings web;
    private final Clock clock;

    OfflineReading(
            AssetRecords assets,
            PackRecords packs,
            PlaybackPermits permits,
            PlaybackTokens tokens,
            ObjectStore store,
            MediaSettings settings,
            WebSettings web,
            Clock clock) {
        this.assets = assets;
        this.packs = packs;
        this.permits = permits;
        this.tokens = tokens;
        this.store = store;
        this.settings = settings;
        this.web = web;
        this.clock = clock;
    }

    /**
     * Where the store has a file.
     *
     * @param address good for a while
     */
    record Download(URI address, PackedFile file) {}

    /** For a purpose; the caller has checked who is asking. */
    Mono<OfflineFiles> of(String assetId, LinkPurpose purpose) {
        return assets.get(assetId)
                .filter(asset -> purpose != LinkPurpose.PUBLIC || asset.published())
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .flatMap(asset -> Mono.zip(files(asset, purpose), state(asset)))
                .map(both -> new OfflineFiles(both.getT2(), both.getT1()));
    }

    private Mono<OfflineState> state(Asset asset) {
        boolean made = offline(asset) != null;
        return packs.find(asset.contentId())
                .filter(pack -> pack.isOf(asset))
                .map(pack -> switch (pack.job().state()) {
                    case QUEUED, RUNNING -> OfflineState.WAITING;
                    case FAILED -> made ? OfflineState.READY : OfflineState.FAILED;
                    default -> made ? OfflineState.READY : OfflineState.NONE;
                })
                .defaultIfEmpty(made ? OfflineState.READY : OfflineState.NONE);
    }

    private Mono<List<OfflineFile>> files(Asset asset, LinkPurpose purpose) {
        Packed packed = offline(asset);
        if (packed == null) {
            return Mono.just(List.of());
        }
        Mono<String> query = purpose == LinkPurpose.PUBLIC
                ? Mono.just("")
                : tokens.issue(asset.id(), clock.instant().plus(settings.privateLinks()))
                        .map(token -> "?token=" + token);
        return query.map(end -> packed.files().stream()
                .map(file -> new OfflineFile(
                        file.kind(),
                        packed.savedAs(file),
                        file.bytes(),
                        file.sha256(),
                        URI.create(web.publicUrl() + "/api/v1/playback/" + asset.id() + "/files/" + Packed.nameOf(file)
                                + end)))
                .toList());
    }

    /** The file with a name in addresses, for whoever may watch the video now. */
    Mono<Download> download(String assetId, String name, @Nullable String token) {
        return permits.check(assetId, token)
                .flatMap(asset -> Mono.justOrEmpty(offline(asset))
                        .flatMap(packed -> Mono.justOrEmpty(packed.named(name))
                                .map(file -> new Download(address(packed, file), file))))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /** Good for a short time even when the video is published: the way to it is asked for again to go on. */
    private URI address(Packed packed, PackedFile file) {
        SigningTime time = SigningTime.at(clock.instant(), settings.privateLinks());
        Presentation saved = new Presentation(Packed.typeOf(file.kind()), packed.savedAs(file));
        return store.signRead(file.key(), saved, time.signedAt(), time.validity())
                .url();
    }

    private static @Nullable Packed offline(Asset asset) {
        return asset.product() == null ? null : asset.product().offline();
    }
}
