package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry, or another version of it.
 *
 * @param mediaAssetId what is entered; left out in an award to lecturers, where everybody enters themselves
 */
@Schema(name = "NewEntry")
record EntryInput(
        @NotBlank @Size(max = 120) String title,
        @Size(max = 64) @Nullable String mediaAssetId,
        @Size(max = 40) @Nullable String category,
        @Size(max = 10) @Nullable List<@Valid @NotNull PresenterInput> coPresenters) {

    /** Somebody who presents beside the lead; the id of their account when they have one. */
    @Schema(name = "CoPresenter")
    record PresenterInput(
            @Size(max = 64) @Nullable String userId,
            @NotBlank @Size(max = 80) String name) {}

    /** The asset, or the lecturer. */
    String subject() {
        return Objects.requireNonNullElse(mediaAssetId, "");
    }

    EntryInput about(String subject) {
        return new EntryInput(title, subject, category, coPresenters);
    }

    String strippedTitle() {
        return title.strip();
    }

    String categoryOrNone() {
        return category == null ? "" : category.strip();
    }

    List<Entry.Presenter> presenters() {
        return coPresenters == null
                ? List.of()
                : coPresenters.stream()
                        .map(each -> new Entry.Presenter(
                                each.userId() == null ? "" : each.userId(),
                                each.name().strip()))
                        .toList();
    }
}
