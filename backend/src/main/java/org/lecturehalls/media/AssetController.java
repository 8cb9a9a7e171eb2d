package org.lecturehalls.media;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.contract.SoundChoice;
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
import org.springframework.web.bind.annotation.RequestBody;
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
    private final SecondEncodings encodings;
    private final PlaybackLinks links;

    AssetController(
            AssetRecords assets,
            AssetViews views,
            AssetEvents events,
            AssetEnd end,
            SecondEncodings encodings,
            PlaybackLinks links) {
        this.assets = assets;
        this.views = views;
        this.events = events;
        this.end = end;
        this.encodings = encodings;
        this.links = links;
    }

    @Schema(name = "EncodeAgain")
    record Sound(
            @NotNull @Schema(description = "How the sound is treated")
            SoundChoice sound,

            @Schema(
                    example = "1",
                    description = "Which of the file's sounds is to be heard, from 0; when not given, the usual one")
            @Min(0)
            @Nullable
            Integer soundTrack,

            @Schema(description = "Whether the picture is wanted at 1080 lines too, if the file has them") @Nullable
            Boolean fullHd) {}

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

    @PostMapping("/{id}/encode-again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Encode one's own video or audio lesson once more, with other sound or a sharper picture",
            description =
                    "Answers the asset that is on its way. The old content plays on until the new one is verified."
                            + " Asking twice for the same begins it once.")
    @ApiResponse(responseCode = "202", description = "It is on its way")
    @ApiResponse(
            responseCode = "409",
            description = "`media-not-ready`, `source-gone` when the original was dropped because its time was over,"
                    + " `nothing-to-hear`, `encoding-unchanged`, `cannot-be-encoded-again`, `entered-in-contest` or"
                    + " `replacement-awaited`")
    @ApiResponse(responseCode = "422", description = "`no-such-sound-track` or `too-many-encodings`")
    Mono<AssetView> encodeMediaAssetAgain(
            CurrentUser user,
            @PathVariable String id,
            @Valid @RequestBody Sound body,
            @RequestHeader HttpHeaders headers) {
        SecondEncodings.Wanted wanted =
                new SecondEncodings.Wanted(body.sound(), body.soundTrack(), Boolean.TRUE.equals(body.fullHd()));
        return encodings.begin(user, id, wanted).map(asset -> views.of(asset, headers));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> deleteMediaAsset(CurrentUser user, @PathVariable String id) {
        return end.delete(user, id);
    }
}
