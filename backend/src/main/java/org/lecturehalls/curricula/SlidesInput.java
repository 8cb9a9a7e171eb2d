package org.lecturehalls.curricula;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Slides for a video lesson, with the times that its lecturer typed. */
record SlidesInput(
        @Schema(description = "Id of one's own document") @NotBlank @Size(max = 64)
        String mediaAssetId,

        @Schema(description = "In any order; each at a time of its own within the video")
        @NotEmpty
        @Size(max = Slides.MOST_TURNS)
        List<@Valid @NotNull InputTurn> turns) {

    @Schema(name = "NewSlideTurn")
    record InputTurn(
            @NotNull @Schema(example = "95.5") Double seconds,

            @NotNull @Min(1) @Max(10_000) @Schema(example = "2")
            Integer page) {}

    List<Slides.Turn> typed() {
        return turns.stream()
                .map(turn -> new Slides.Turn(Math.round(turn.seconds() * 1000) / 1000.0, turn.page()))
                .toList();
    }
}
