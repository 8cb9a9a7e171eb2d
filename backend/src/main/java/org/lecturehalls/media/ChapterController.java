package org.lecturehalls.media;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.contract.FilmTexts;
import org.lecturehalls.platform.Etags;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/media-assets/{id}/chapters")
@Tag(name = "chapters", description = "Where something new begins in a video")
class ChapterController {

    private final Chapters chapters;

    ChapterController(Chapters chapters) {
        this.chapters = chapters;
    }

    @Schema(name = "Chapters")
    record View(
            @Schema(example = "3", description = "For `If-Match`; 0 while there were never any")
            long version,

            @Schema(description = "In the order of time") List<Chapter> chapters) {}

    @Schema(name = "ChapterList")
    record Input(
            @NotNull @Size(max = FilmTexts.MOST_CHAPTERS) List<@Valid @NotNull InputChapter> chapters) {}

    @Schema(name = "NewChapter")
    record InputChapter(
            @NotNull @Schema(example = "95.5") Double seconds,

            @NotNull @Size(max = 400) @Schema(example = "怎样选苗")
            String title) {}

    @GetMapping
    @Operation(summary = "The chapters of a video (its owner, and the officers of the region)")
    Mono<ResponseEntity<View>> getChapters(CurrentUser user, @PathVariable String id) {
        return chapters.of(user, id).map(ChapterController::answer);
    }

    @PutMapping
    @Operation(
            summary = "Replace the chapters; an empty list takes them out",
            description =
                    "At most 100, each with a title of up to 100 characters and a time of its own within the video."
                            + " They may come in any order.")
    @ApiResponse(responseCode = "409", description = "`media-not-ready`")
    Mono<ResponseEntity<View>> putChapters(
            CurrentUser user,
            @PathVariable String id,
            @Valid @RequestBody Input input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        List<Chapter> wanted = input.chapters().stream()
                .map(each -> new Chapter(each.seconds(), each.title()))
                .toList();
        return chapters.put(user, id, wanted, ifMatch).map(ChapterController::answer);
    }

    private static ResponseEntity<View> answer(ChapterRecords.Stored stored) {
        return ResponseEntity.ok().eTag(Etags.of(stored.version())).body(new View(stored.version(), stored.chapters()));
    }
}
