package org.lecturehalls.media;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/media-assets")
class AssetController {

    private final AssetRecords assets;
    private final AssetViews views;
    private final AssetEvents events;
    private final AssetEnd end;
    private final PlaybackLinks links;

    AssetController(AssetRecords assets, AssetViews views, AssetEvents events, AssetEnd end, PlaybackLinks links) {
        this.assets = assets;
        this.views = views;
        this.events = events;
        this.end = end;
        this.links = links;
    }

    @GetMapping
    Mono<Page<AssetView>> listMediaAssets(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestHeader HttpHeaders headers) {
        return assets.ofOwner(user, PageQuery.of(after, limit))
                .map(page -> page.map(asset -> views.of(asset, headers)));
    }

    @GetMapping("/{id}")
    Mono<AssetView> getMediaAsset(CurrentUser user, @PathVariable String id, @RequestHeader HttpHeaders headers) {
        return assets.visibleTo(user, id).map(asset -> views.of(asset, headers));
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<AssetView>> followMediaAsset(
            CurrentUser user, @PathVariable String id, @RequestHeader HttpHeaders headers) {
        return events.of(user, id)
                .flatMapMany(changes -> AssetEvents.keptAlive(changes.map(asset -> event(views.of(asset, headers)))));
    }

    private static ServerSentEvent<AssetView> event(AssetView view) {
        return ServerSentEvent.<AssetView>builder(view).event("asset").build();
    }

    @GetMapping("/{id}/links")
    Mono<PlaybackLinks.Links> getMediaLinks(@Nullable CurrentUser user, @PathVariable String id) {
        return links.forReader(user, id);
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> retryMediaAsset(CurrentUser user, @PathVariable String id) {
        return end.retry(user, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> deleteMediaAsset(CurrentUser user, @PathVariable String id) {
        return end.delete(user, id);
    }
}
