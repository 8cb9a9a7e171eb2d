package org.lecturehalls.sessions;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.lecturehalls.regions.RegionCode;

record VehicleInput(
        @Schema(example = "大篷车一号") @NotBlank @Size(max = 60) String name,

        @Schema(example = "桂L12345") @NotBlank @Size(max = 16)
        String plate,

        @Schema(type = "string", example = "451022") @NotNull
        RegionCode region,

        @Schema(description = "Whether it can be booked", defaultValue = "true")
        boolean active) {}
