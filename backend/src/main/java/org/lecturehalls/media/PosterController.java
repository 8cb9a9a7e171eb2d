package org.lecturehalls.media;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.contract.FilmPictures;
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
@RequestMapping("/api/v1/media-assets/{id}/poster")
@Tag(name = "posters", description = "The picture that stands for a video")
class PosterController {

    private final Posters posters;

    PosterController(Posters posters) {
        this.posters = posters;
    }

    @Schema(name = "PosterChoice")
    record View(
            @Schema(example = "7", description = "For `If-Match`")
            long version,

            @Schema(example = "2", description = "The one that is shown, from 1; 0 when there is none")
            int chosen,

            @Schema(description = "Addresses of the pictures to choose from, in the order of time")
            List<String> posters,

            Instant expiresAt) {}

    @Schema(name = "ChosenPoster")
    record Input(
            @NotNull @Min(1) @Max(FilmPictures.MOST_POSTERS) @Schema(example = "3")
            Integer number) {}

    @GetMapping
    @Operation(summary = "The pictures that may stand for a video (its owner, and the officers of the region)")
    @ApiResponse(responseCode = "409", description = "`media-not-ready`")
    Mono<ResponseEntity<View>> getPosters(CurrentUser user, @PathVariable String id) {
        return posters.of(user, id).map(PosterController::answer);
    }

    @PutMapping
    @Operation(summary = "Choose one of them; it is shown from now on")
    @ApiResponse(responseCode = "409", description = "`media-not-ready`")
    Mono<ResponseEntity<View>> choosePoster(
            CurrentUser user,
            @PathVariable String id,
            @Valid @RequestBody Input input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return posters.choose(user, id, input.number(), ifMatch).map(PosterController::answer);
    }

    private static ResponseEntity<View> answer(Posters.Choice choice) {
        return ResponseEntity.ok()
                .eTag(Etags.of(choice.revision()))
                .body(new View(choice.revision(), choice.chosen(), choice.posters(), choice.expiresAt()));
    }
}
