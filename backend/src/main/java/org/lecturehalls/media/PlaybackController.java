package org.lecturehalls.media;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** HLS playlists. What they lead to comes from the store. */
@RestController
@RequestMapping("/api/v1/playback/{assetId}")
class PlaybackController {

    private static final String HLS = "application/vnd.apple.mpegurl";

    private static final String VTT = "text/vtt;charset=utf-8";

    private final Playback playback;

    PlaybackController(Playback playback) {
        this.playback = playback;
    }

    @GetMapping("/master.m3u8")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = HLS, schema = @Schema(type = "string")))
    Mono<ResponseEntity<String>> masterPlaylist(
            @PathVariable String assetId, @RequestParam(required = false) @Nullable String token) {
        return playback.master(assetId, token).map(PlaybackController::answer);
    }

    /** @param track name of a rendition, or {@code audio} */
    @GetMapping("/{track:[a-z0-9]{1,20}}.m3u8")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = HLS, schema = @Schema(type = "string")))
    Mono<ResponseEntity<String>> mediaPlaylist(
            @PathVariable String assetId,
            @PathVariable String track,
            @RequestParam(required = false) @Nullable String token) {
        return playback.media(assetId, track, token).map(PlaybackController::answer);
    }

    @GetMapping("/captions/{language:[A-Za-z0-9-]{1,30}}.m3u8")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = HLS, schema = @Schema(type = "string")))
    Mono<ResponseEntity<String>> captionPlaylist(
            @PathVariable String assetId,
            @PathVariable String language,
            @RequestParam(required = false) @Nullable String token) {
        return playback.captions(assetId, language, token).map(PlaybackController::answer);
    }

    /** For players that show captions by themselves. */
    @GetMapping("/captions/{language:[A-Za-z0-9-]{1,30}}.vtt")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = VTT, schema = @Schema(type = "string")))
    Mono<ResponseEntity<String>> captions(
            @PathVariable String assetId,
            @PathVariable String language,
            @RequestParam(required = false) @Nullable String token) {
        return playback.captionText(assetId, language, token).map(found -> answer(found, VTT));
    }

    @GetMapping("/thumbnails.vtt")
    @Operation(
            summary = "Small pictures for the seek bar",
            description = "WebVTT: each cue names a JPEG with many pictures, and by `#xywh=` which of them it is.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = VTT, schema = @Schema(type = "string")))
    Mono<ResponseEntity<String>> thumbnails(
            @PathVariable String assetId, @RequestParam(required = false) @Nullable String token) {
        return playback.thumbnails(assetId, token).map(found -> answer(found, VTT));
    }

    private static ResponseEntity<String> answer(Playback.Playlist playlist) {
        return answer(playlist, HLS);
    }

    private static ResponseEntity<String> answer(Playback.Playlist playlist, String type) {
        CacheControl cache = playlist.keep().isZero()
                ? CacheControl.noStore()
                : CacheControl.maxAge(playlist.keep()).cachePublic();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(cache)
                .body(playlist.text());
    }
}
