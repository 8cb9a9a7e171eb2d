package org.lecturehalls.lecturers;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;

/** What people say about a team, in a form or in a row of a spreadsheet. */
record TeamInput(
        @Schema(example = "T-451022-03", description = "The team's own number, unique in the city")
        @NotBlank
        @Size(max = 32)
        @Pattern(regexp = "[A-Za-z0-9-]*")
        String number,

        @Schema(example = "田东县山歌讲习队") @NotBlank @Size(max = 100)
        String name,

        @Schema(type = "string", example = "451022") @NotNull
        RegionCode region,

        @Schema(description = "Id of the member who leads it") @Size(max = 64) @Nullable
        String leaderId) {

    TeamInput ledBy(String leader) {
        return new TeamInput(number, name, region, leader);
    }
}
