package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.regions.RegionCode;

/**
 * An entry as callers see it; judges see no more than its number, title and category, and in an
 * award to lecturers that is not blind whose it is.
 */
@Schema(name = "Entry")
record EntryView(
        String id,
        String contestId,
        String title,
        @Nullable String category,
        @Nullable Integer number,
        @Nullable String entrantId,
        @Nullable String entrant,
        @Nullable List<PresenterView> coPresenters,
        @Nullable RegionCode region,
        @Nullable String mediaAssetId,
        @Nullable MediaState state,
        @Nullable Integer versions,
        @Nullable String exclusion,
        @Nullable List<DeductionView> deductions,
        @Nullable List<String> judgeIds) {

    /** Somebody who presents beside the lead. */
    @Schema(name = "EntryPresenter")
    record PresenterView(String name) {}

    /** Points that were taken off, for whoever runs the contest. */
    @Schema(name = "EntryDeduction")
    record DeductionView(String deductionId, BigDecimal points, String reason) {}

    static EntryView blind(ContestPlan plan, EntryRef ref, Entry entry) {
        DossierRule dossier = plan.dossier();
        boolean named = dossier != null && dossier.named();
        // Whoever enters themselves may well have put their name into the title.
        String title = dossier != null && !named
                ? ref.number() + " 号"
                : entry.text(ref).title();
        return new EntryView(
                ref.id(),
                entry.contestId(),
                title,
                category(ref),
                ref.number(),
                null,
                named ? entry.entrantName() : null,
                null,
                named ? ref.region() : null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static EntryView full(EntryRef ref, Entry entry, Map<String, MediaState> states, boolean officer) {
        Entry.Text text = entry.text(ref);
        return new EntryView(
                ref.id(),
                entry.contestId(),
                text.title(),
                category(ref),
                ref.number() == 0 ? null : ref.number(),
                entry.entrantId(),
                entry.entrantName(),
                text.coPresenters().stream()
                        .map(each -> new PresenterView(each.name()))
                        .toList(),
                ref.region(),
                ref.dossier() == null && states.containsKey(ref.mediaAssetId()) ? ref.mediaAssetId() : null,
                states.get(ref.mediaAssetId()),
                ref.text() + 1,
                ref.exclusion(),
                officer ? deductions(ref) : null,
                officer ? ref.judgeIds() : null);
    }

    private static @Nullable String category(EntryRef ref) {
        return ref.category().isEmpty() ? null : ref.category();
    }

    private static List<DeductionView> deductions(EntryRef ref) {
        return ref.deductions().stream()
                .map(each -> new DeductionView(each.ruleId(), each.points(), each.reason()))
                .toList();
    }
}
