package org.lecturehalls.competitions.ranking;

import java.util.List;

/**
 * All that decides how score sheets become a ranking. Announced before judging starts.
 *
 * @param method how one score is made of what the judges gave
 * @param basis whether the method is applied to each criterion or to the totals of the sheets; the methods that only
 *     look at who was put before whom always use totals
 * @param rounding how scores are rounded
 * @param tieBreaks what decides between equal scores, first things first; who is equal in all of them shares a rank
 */
public record RankingRule(RankingMethod method, Basis basis, Rounding rounding, List<TieBreak> tieBreaks) {

    /** What the method is applied to. */
    public enum Basis {
        /** Each criterion: its average is rounded, times the weight, rounded again, and summed. */
        CRITERION,
        /** The weighted totals of the sheets, whose average is rounded once. */
        SHEET
    }

    public RankingRule {
        tieBreaks = List.copyOf(tieBreaks);
    }

    /** A rule without tie-breaks, by criterion, rounding half up. */
    public static RankingRule of(RankingMethod method, int scale) {
        return new RankingRule(method, Basis.CRITERION, Rounding.halfUp(scale), List.of());
    }

    public RankingRule withMethod(RankingMethod other) {
        return new RankingRule(other, basis, rounding, tieBreaks);
    }

    public RankingRule withBasis(Basis other) {
        return new RankingRule(method, other, rounding, tieBreaks);
    }

    public RankingRule withTieBreaks(TieBreak... chain) {
        return new RankingRule(method, basis, rounding, List.of(chain));
    }
}
