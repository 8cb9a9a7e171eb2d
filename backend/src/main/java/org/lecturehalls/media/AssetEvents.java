package org.lecturehalls.media;

import java.time.Duration;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The live progress of an asset. It looks at the asset's document every half second, which is one read by id, so that it
 * sees what any backend wrote, with nothing between the backends but the database.
 */
@Component
class AssetEvents {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

    /** A browser connects again after that; it bounds what a forgotten page costs. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final AssetRecords assets;

    AssetEvents(AssetRecords assets) {
        this.assets = assets;
    }

    /** The asset at once, then each change until the job has ended or the asset is deleted. Fails when it is not to be seen. */
    Mono<Flux<Asset>> of(CurrentUser user, String id) {
        return assets.visibleTo(user, id)
                .map(first -> Flux.concat(Mono.just(first), changes(user, id))
                        .distinctUntilChanged(Asset::revision)
                        .takeUntil(asset -> !asset.job().isOpen())
                        .take(LONGEST));
    }

    private Flux<Asset> changes(CurrentUser user, String id) {
        return Flux.interval(LOOK)
                .onBackpressureDrop()
                .concatMap(tick -> assets.visibleTo(user, id), 1)
                .onErrorComplete(NotFoundException.class);
    }

    /** Adds comments that keep proxies from closing a quiet stream. */
    static <T> Flux<ServerSentEvent<T>> keptAlive(Flux<ServerSentEvent<T>> events) {
        Flux<ServerSentEvent<T>> comments = Flux.interval(KEEP_ALIVE)
                .onBackpressureDrop()
                .map(tick -> ServerSentEvent.<T>builder().comment("alive").build());
        return events.publish(shared -> shared.mergeWith(comments.takeUntilOther(shared.ignoreElements())));
    }
}
