package org.lecturehalls.halls;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;

/** What people say about a hall, in a form or in a row of a spreadsheet. */
record HallInput(
        @Schema(example = "451022-001", description = "The hall's own number, unique in the city")
        @NotBlank
        @Size(max = 32)
        @Pattern(regexp = "[A-Za-z0-9-]*")
        String number,

        @Schema(example = "平马镇讲习所") @NotBlank @Size(max = 100)
        String name,

        @NotNull HallType type,
        @NotNull HallState state,

        @Schema(type = "string", example = "451022101") @NotNull
        RegionCode region,

        @Schema(example = "平马镇朝阳路 12 号") @NotNull @Size(max = 200)
        String address,

        @Schema(example = "23.5976") @NotNull @DecimalMin("-90") @DecimalMax("90")
        Double latitude,

        @Schema(example = "107.1261") @NotNull @DecimalMin("-180") @DecimalMax("180")
        Double longitude,

        @Schema(example = "80") @NotNull @Min(1) @Max(100_000)
        Integer capacity,

        @Schema(example = "[\"投影仪\", \"音响\"]") @Size(max = 50)
        List<@NotBlank @Size(max = 50) String> equipment,

        @Size(max = 28) List<@Valid @NotNull OpeningHours> openingHours,

        @Schema(description = "User id of the hall's manager") @Size(max = 64) @Nullable
        String managerId,

        @Schema(example = "黄美玲") @Size(max = 50) @Nullable String managerName) {

    HallInput {
        equipment = orEmpty(equipment);
        openingHours = orEmpty(openingHours);
        address = Objects.requireNonNullElse(address, "");
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
