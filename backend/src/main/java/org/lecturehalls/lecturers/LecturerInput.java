package org.lecturehalls.lecturers;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;

/** What people say about a lecturer, in a form or in a row of a spreadsheet. */
record LecturerInput(
        @Schema(example = "L-451022-0007", description = "The lecturer's own number, unique in the city")
        @NotBlank
        @Size(max = 32)
        @Pattern(regexp = "[A-Za-z0-9-]*")
        String number,

        @Schema(example = "韦秀兰") @NotBlank @Size(max = 50) String name,

        @Schema(type = "string", example = "451022") @NotNull
        RegionCode region,

        @NotEmpty @Size(max = 6) List<@NotNull LecturerCategory> categories,

        @Schema(example = "[\"乡村振兴\", \"党史\"]") @Size(max = 20)
        List<@NotBlank @Size(max = 50) String> subjects,

        @Size(max = 6) List<@NotNull LectureForm> formats,
        @Size(max = 4) List<@NotNull SpokenLanguage> languages,

        @Schema(description = "Id of the hall where the lecturer is at home") @Size(max = 64) @Nullable
        String homeHallId,

        @Schema(description = "Id of the team") @Size(max = 64) @Nullable
        String teamId,

        @Schema(description = "User id of the account the lecturer signs in with") @Size(max = 64) @Nullable
        String userId,

        @Schema(example = "13800000000", description = "Encrypted at rest; only officers and the lecturer see it")
        @Pattern(regexp = "\\+?[0-9 -]{5,20}")
        @Nullable
        String phone) {

    LecturerInput {
        categories = orEmpty(categories);
        subjects = orEmpty(subjects);
        formats = orEmpty(formats);
        languages = orEmpty(languages);
    }

    /** The same at home in another hall and in another team. */
    LecturerInput at(@Nullable String hall, @Nullable String team) {
        return new LecturerInput(
                number, name, region, categories, subjects, formats, languages, hall, team, userId, phone);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().distinct().toList();
    }
}
