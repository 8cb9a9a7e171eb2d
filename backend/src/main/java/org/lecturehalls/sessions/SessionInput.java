package org.lecturehalls.sessions;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session as people plan it. */
record SessionInput(
        @Schema(example = "乡村振兴：从一亩芒果说起") @NotBlank @Size(max = 120)
        String title,

        @Schema(example = "01kb2v9m3x8f7q5n2c4d6e8g0h") @NotBlank @Size(max = 40)
        String hallId,

        @Schema(example = "[\"01kb2v9m3x8f7q5n2c4d6e8g0j\"]") @NotEmpty @Size(max = 10)
        List<@NotBlank @Size(max = 40) String> lecturerIds,

        @Schema(description = "The vehicle that brings the mobile classroom") @Size(max = 40) @Nullable
        String vehicleId,

        @Schema(description = "The course that is lectured on") @Size(max = 40) @Nullable
        String courseId,

        @Schema(example = "farming-skills") @NotNull @Pattern(regexp = "[a-z0-9-]{1,40}")
        String subject,

        @Schema(example = "LOCAL_OPERA") @NotNull SessionFormat format,
        @Schema(example = "VILLAGERS") @NotNull Audience audience,

        @Schema(example = "60") @Min(0) @Max(100_000) int expectedAudience,

        @Schema(example = "2026-12-05T01:00:00Z") @NotNull Instant startsAt,

        @Schema(example = "2026-12-05T02:30:00Z") @NotNull Instant endsAt) {}
