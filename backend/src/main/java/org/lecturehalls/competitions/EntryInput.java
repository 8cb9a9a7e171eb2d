package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry, or another version of it. */
@Schema(name = "NewEntry")
record EntryInput(
        @NotBlank @Size(max = 120) String title,
        @NotBlank @Size(max = 64) String mediaAssetId,
        @Size(max = 40) @Nullable String category,
        @Size(max = 10) @Nullable List<@Valid @NotNull PresenterInput> coPresenters) {

    /** Somebody who presents beside the lead; the id of their account when they have one. */
    @Schema(name = "CoPresenter")
    record PresenterInput(
            @Size(max = 64) @Nullable String userId,
            @NotBlank @Size(max = 80) String name) {}

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
