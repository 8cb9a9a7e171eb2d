package org.lecturehalls.notices;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.halls.HallType;
import org.lecturehalls.lecturers.LecturerCategory;
import org.lecturehalls.regions.RegionCode;

/** A notice as a department writes it. Title and text are plain text; apps show them as such. */
record NoticeInput(
        @Schema(example = "关于报送四月讲习计划的通知") @NotBlank @Size(max = 120) @Pattern(regexp = PLAIN)
        String title,

        @Schema(example = "请各讲习所于本周五前报送四月计划。") @NotBlank @Size(max = 5000) @Pattern(regexp = PLAIN)
        String text,

        @Schema(description = "The sender's own documents or videos") @Size(max = 10) @Nullable
        List<@NotBlank @Size(max = 40) String> attachments,

        @Schema(example = "2027-03-26T09:00:00Z") @Nullable Instant dueAt,

        @Schema(description = "When to remind; a day before it is due unless said") @Nullable
        Instant remindAt,

        @Schema(description = "Whether recipients have to confirm it; they need not unless said") @Nullable
        Boolean confirm,

        @NotNull @Valid Audience audience) {

    /** Everything but control characters; line breaks and tabs are fine. */
    static final String PLAIN = "[\\P{Cntrl}\\n\\r\\t]*";

    @Schema(name = "NoticeAudience")
    record Audience(
            @Schema(type = "string", example = "451022") @NotNull
            RegionCode region,

            @Schema(description = "Those who manage halls") @Nullable
            Boolean halls,

            @Size(max = 3) @Nullable List<@NotNull HallType> hallTypes,

            @Schema(description = "Only these halls") @Size(max = 200) @Nullable
            List<@NotBlank @Size(max = 40) String> hallIds,

            @Schema(description = "Lecturers") @Nullable Boolean lecturers,
            @Size(max = 6) @Nullable List<@NotNull LecturerCategory> categories,

            @Schema(description = "Only lecturers of these teams") @Size(max = 50) @Nullable
            List<@NotBlank @Size(max = 40) String> teamIds) {

        NoticeAudience stored() {
            return new NoticeAudience(
                    region,
                    Boolean.TRUE.equals(halls),
                    all(hallTypes),
                    all(hallIds),
                    Boolean.TRUE.equals(lecturers),
                    all(categories),
                    all(teamIds));
        }

        private static <T> List<T> all(@Nullable List<T> list) {
            return Objects.requireNonNullElse(list, List.of());
        }
    }

    boolean asksToConfirm() {
        return Boolean.TRUE.equals(confirm);
    }

    List<String> attachmentIds() {
        return attachments == null ? List.of() : attachments.stream().distinct().toList();
    }
}
