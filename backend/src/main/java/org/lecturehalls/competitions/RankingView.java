package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.ContestResult.Placed;
import org.lecturehalls.competitions.RankingSettings.Method;
import org.lecturehalls.competitions.ranking.RankingRule.Basis;
import org.lecturehalls.regions.RegionCode;

/**
 * A ranking as callers see it.
 *
 * @param items by rank; equal entries share one
 * @param publishedAt null before it is
 * @param logHead hash of the log's line that published it, by which an exported log is recognised; null before
 * @param votePercent what part of the scores the vote of the public has; null when it has none
 * @param unranked entries without a score, which happens before all judges are done
 */
@Schema(name = "Ranking")
record RankingView(
        Method method,
        int drop,
        int scale,
        Basis basis,
        RoundingMode rounding,
        List<String> tieBreaks,
        @Nullable Integer votePercent,
        BigDecimal maxScore,
        List<Item> items,
        List<Unranked> unranked,
        @Nullable Instant publishedAt,
        @Nullable String logHead) {

    /**
     * An entry's place; the score is a decimal as text.
     *
     * @param revokedAt since when the award's certificate is good no more; null while it is
     */
    @Schema(name = "RankedEntry")
    record Item(
            int rank,
            String entryId,
            String title,
            String entrant,
            String score,
            int sheets,
            @Nullable String note,
            String category,
            RegionCode region,
            List<String> coPresenters,
            @Nullable String decidedBy,
            @Nullable String award,
            @Nullable Instant revokedAt) {}

    /** An entry without a score. */
    @Schema(name = "UnrankedEntry")
    record Unranked(
            String entryId,
            String title,
            String entrant,
            int sheets,
            @Nullable String note) {}

    static RankingView of(Contest contest, ContestResult result, @Nullable String logHead) {
        RankingSettings rule = contest.plan().ranking();
        return new RankingView(
                rule.method(),
                rule.drop(),
                rule.scale(),
                rule.basis(),
                rule.rounding(),
                rule.tieBreaks(),
                rule.votePercent(),
                contest.plan().maxScore(),
                result.places().stream()
                        .filter(place -> place.rank() != null)
                        .map(RankingView::item)
                        .toList(),
                result.places().stream()
                        .filter(place -> place.rank() == null)
                        .map(RankingView::unranked)
                        .toList(),
                logHead == null ? null : result.at(),
                logHead);
    }

    private static Item item(Placed place) {
        return new Item(
                Objects.requireNonNull(place.rank()),
                place.entryId(),
                place.title(),
                place.entrantName(),
                Objects.requireNonNull(place.score()),
                place.sheets(),
                place.note(),
                place.category(),
                place.region(),
                place.coPresenters(),
                place.decidedBy(),
                place.award(),
                place.revokedAt());
    }

    private static Unranked unranked(Placed place) {
        return new Unranked(place.entryId(), place.title(), place.entrantName(), place.sheets(), place.note());
    }
}
