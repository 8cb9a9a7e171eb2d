package org.lecturehalls.curricula;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What people say about a subject area. */
record SubjectAreaInput(
        @Schema(example = "农业技术") @NotBlank @Size(max = 40) String nameZh,

        @Schema(example = "Farming skills") @NotBlank @Size(max = 60)
        String nameEn,

        @Schema(example = "40", description = "Areas are listed by it, the smallest first") @Min(0) @Max(9999)
        int place) {

    String zh() {
        return nameZh.strip();
    }

    String en() {
        return nameEn.strip();
    }

    /** A new one, which also needs its id. */
    record NewSubjectArea(
            @Schema(example = "ecology") @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,39}")
            String id,

            @Schema(example = "生态环保") @NotBlank @Size(max = 40)
            String nameZh,

            @Schema(example = "Ecology") @NotBlank @Size(max = 60)
            String nameEn,

            @Schema(example = "80") @Min(0) @Max(9999) int place) {

        SubjectAreaInput text() {
            return new SubjectAreaInput(nameZh, nameEn, place);
        }
    }
}
