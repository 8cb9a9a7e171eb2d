package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.ContestResult.Placed;
import org.lecturehalls.competitions.ContestResult.Revocation;

/**
 * Where an entry came, what the judges gave it and say to its people.
 *
 * @param rank null when the entry has no score
 * @param ranked how many entries have a rank
 * @param score after deductions, as text; null when the entry has none
 * @param award the tier; null when there is none
 * @param revokedAt since when the award's certificate is good no more; null while it is
 * @param revocationReason why; null while it is good
 * @param sheets in an order that does not tell whose is which
 */
@Schema(name = "EntryFeedback")
record FeedbackView(
        String entryId,
        @Schema(example = "2") @Nullable Integer rank,
        @Schema(example = "86") int ranked,
        @Schema(example = "91.33") @Nullable String score,
        @Schema(example = "二等奖") @Nullable String award,
        @Nullable Instant revokedAt,
        @Schema(example = "作品系抄袭") @Nullable String revocationReason,
        List<SheetFeedback> sheets) {

    /** One judge's, without a name. */
    @Schema(name = "SheetFeedback")
    record SheetFeedback(
            Map<String, String> scores, @Nullable String comment) {}

    static FeedbackView of(Contest contest, String entryId, List<JudgingSheet> submitted) {
        List<SheetFeedback> sheets = submitted.stream()
                .map(sheet -> new SheetFeedback(new TreeMap<>(sheet.scores()), sheet.authorComment()))
                .sorted(Comparator.comparing(
                                (SheetFeedback sheet) -> sheet.scores().toString())
                        .thenComparing(sheet -> sheet.comment() == null ? "" : sheet.comment()))
                .toList();
        List<Placed> places = Objects.requireNonNull(contest.result()).places();
        Optional<Placed> place =
                places.stream().filter(each -> each.entryId().equals(entryId)).findFirst();
        int ranked = (int) places.stream().filter(each -> each.rank() != null).count();
        return new FeedbackView(
                entryId,
                place.map(Placed::rank).orElse(null),
                ranked,
                place.map(Placed::score).orElse(null),
                place.map(Placed::award).orElse(null),
                place.map(Placed::revokedAt).orElse(null),
                place.map(Placed::revokedAward).map(Revocation::reason).orElse(null),
                sheets);
    }
}
