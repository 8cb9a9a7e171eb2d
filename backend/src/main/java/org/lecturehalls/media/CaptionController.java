package org.lecturehalls.media;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.captions.CaptionFile;
import org.lecturehalls.platform.Bodies;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/media-assets/{id}/captions")
@Tag(name = "captions", description = "Captions of videos, by language")
class CaptionController {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");
    /** Goes into a quoted string of a playlist. */
    private static final Pattern NAME = Pattern.compile("[^\"\\p{Cntrl}\\p{Cf}]{1,40}");

    private static final MediaType VTT = MediaType.parseMediaType("text/vtt;charset=utf-8");

    private final Captions captions;

    CaptionController(Captions captions) {
        this.captions = captions;
    }

    @Schema(name = "Caption")
    record View(
            @Schema(example = "zh") String language,
            @Schema(example = "中文") String name,

            @Schema(example = "213", description = "How many captions it has")
            int cues,

            Instant changedAt,

            @Schema(example = "1", description = "For `If-Match`")
            long version) {

        static View of(Caption caption) {
            return new View(caption.language(), caption.name(), caption.cues(), caption.changedAt(), caption.version());
        }
    }

    @Schema(name = "KeptCaption")
    record KeptView(View caption, FoundView found) {

        static KeptView of(Captions.Kept kept) {
            return new KeptView(View.of(kept.caption()), FoundView.of(kept.found()));
        }
    }

    @Schema(name = "CaptionFileFound", description = "What the file was, and what had to be done to it")
    record FoundView(
            @Schema(example = "GB18030") String encoding,
            @Schema(example = "srt") String format,

            @Schema(example = "0", description = "Captions left out: without text, or behind the video's end")
            int dropped,

            @Schema(example = "1", description = "Captions whose end was moved")
            int shortened,

            @Schema(example = "2", description = "Captions of which tags or invisible signs were taken out")
            int cleaned) {

        static FoundView of(CaptionFile.Found found) {
            return new FoundView(found.encoding(), found.format(), found.dropped(), found.shortened(), found.cleaned());
        }
    }

    /** At most ten, so never more than a page. */
    @Schema(name = "Captions")
    record Views(List<View> items) {}

    @GetMapping
    @Operation(summary = "The captions of a video (its owner, and the officers of the region)")
    Mono<Views> listCaptions(CurrentUser user, @PathVariable String id) {
        return captions.list(user, id)
                .map(found -> new Views(found.stream().map(View::of).toList()));
    }

    @GetMapping("/{language}")
    @Operation(summary = "The captions in one language, as WebVTT")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/vtt", schema = @Schema(type = "string")))
    Mono<ResponseEntity<String>> getCaptions(CurrentUser user, @PathVariable String id, @PathVariable String language) {
        return captions.get(user, id, language)
                .map(found -> ResponseEntity.ok()
                        .eTag(Etags.of(found.version()))
                        .contentType(VTT)
                        .body(found.vtt()));
    }

    @PutMapping(path = "/{language}", consumes = MediaType.ALL_VALUE)
    @Operation(
            summary = "Add or replace the captions in one language: the body is the file",
            description = "SubRip (srt), WebVTT (vtt) or SubStation Alpha (ass, ssa) of up to 1 MiB, in UTF-8, UTF-16,"
                    + " GB18030 or Big5, recognised by its content. What is kept is WebVTT with bold, italics and"
                    + " underlining; times are sorted and end with the video. The answer says what was recognised and mended."
                    + " `If-Match` names the version to replace, and is left out where there are none yet.")
    @ApiResponse(responseCode = "200", description = "Kept, and in the playlists from now on")
    @ApiResponse(responseCode = "409", description = "`media-not-ready`")
    @ApiResponse(
            responseCode = "422",
            description = "`caption-encoding-unknown`, `caption-without-cues`, `caption-beyond-video`,"
                    + " `caption-too-many-cues`, `caption-too-large`, `caption-without-video`, `too-many-captions`")
    Mono<KeptView> putCaptions(
            CurrentUser user,
            @PathVariable String id,
            @Parameter(description = "BCP 47", example = "zh") @PathVariable String language,
            @Parameter(description = "What the player calls it", example = "中文") @RequestParam String name,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @io.swagger.v3.oas.annotations.parameters.RequestBody ServerHttpRequest request) {
        check(language, name.strip());
        return Bodies.bytes(request, CaptionFile.MOST_BYTES)
                .onErrorMap(DataBufferLimitException.class, e -> new InvalidInputException("caption-too-large"))
                .flatMap(file -> captions.put(user, id, language, name.strip(), file, ifMatch))
                .map(KeptView::of);
    }

    private static void check(String language, String name) {
        if (!LANGUAGE.matcher(language).matches()) {
            throw new InvalidInputException(List.of(FieldProblem.of("language", "bad-language")));
        }
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInputException(List.of(FieldProblem.of("name", "bad-caption-name")));
        }
    }

    @DeleteMapping("/{language}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove the captions in one language; can be repeated")
    Mono<Void> deleteCaptions(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String language,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return captions.delete(user, id, language, ifMatch);
    }
}
