package org.lecturehalls.media;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.captions.CaptionFile;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
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

            Instant changedAt) {

        static View of(Caption caption) {
            return new View(caption.language(), caption.name(), caption.cues(), caption.changedAt());
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

    @PutMapping(path = "/{language}", consumes = MediaType.ALL_VALUE)
    @Operation(
            summary = "Add or replace the captions in one language: the body is the file",
            description = "SubRip (srt), WebVTT (vtt) or SubStation Alpha (ass, ssa) of up to 1 MiB, in UTF-8, UTF-16,"
                    + " GB18030 or Big5, recognised by its content. What is kept is WebVTT with bold, italics and"
                    + " underlining; times are sorted and end with the video.")
    @ApiResponse(responseCode = "200", description = "Kept, and in the playlists from now on")
    @ApiResponse(responseCode = "409", description = "`media-not-ready`")
    @ApiResponse(
            responseCode = "422",
            description = "`caption-encoding-unknown`, `caption-without-cues`, `caption-beyond-video`,"
                    + " `caption-too-many-cues`, `caption-too-large`, `caption-without-video`, `too-many-captions`")
    Mono<View> putCaptions(
            CurrentUser user,
            @PathVariable String id,
            @Parameter(description = "BCP 47", example = "zh") @PathVariable String language,
            @Parameter(description = "What the player calls it", example = "中文") @RequestParam String name,
            @io.swagger.v3.oas.annotations.parameters.RequestBody ServerHttpRequest request) {
        check(language, name.strip());
        return request.getBody()
                .map(CaptionController::bytes)
                .reduceWith(ByteArrayOutputStream::new, CaptionController::append)
                .map(ByteArrayOutputStream::toByteArray)
                .filter(file -> file.length > 0)
                .switchIfEmpty(Mono.error(() -> new InvalidInputException("empty-file")))
                .flatMap(file -> captions.put(user, id, language, name.strip(), file))
                .map(View::of);
    }

    private static void check(String language, String name) {
        if (!LANGUAGE.matcher(language).matches()) {
            throw new InvalidInputException(List.of(FieldProblem.of("language", "bad-language")));
        }
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInputException(List.of(FieldProblem.of("name", "bad-caption-name")));
        }
    }

    private static ByteArrayOutputStream append(ByteArrayOutputStream file, byte[] more) {
        if (file.size() + more.length > CaptionFile.MOST_BYTES) {
            throw new InvalidInputException("caption-too-large");
        }
        file.writeBytes(more);
        return file;
    }

    /** A copy, so that no buffer of the network is held, or let go of twice, when the file turns out too large. */
    private static byte[] bytes(DataBuffer buffer) {
        byte[] content = new byte[buffer.readableByteCount()];
        buffer.read(content);
        DataBufferUtils.release(buffer);
        return content;
    }

    @DeleteMapping("/{language}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove the captions in one language; can be repeated")
    Mono<Void> deleteCaptions(CurrentUser user, @PathVariable String id, @PathVariable String language) {
        return captions.delete(user, id, language);
    }
}
