package org.lecturehalls.competitions.ranking;

/** What decides between entries of equal score. */
public sealed interface TieBreak {

    /** The higher mean of a criterion goes first. */
    record HigherCriterion(String criterion) implements TieBreak {}

    /** The higher mean of the sheets' totals, before any rounding, goes first. */
    record HigherMean() implements TieBreak {}

    /** The higher median of the sheets' totals goes first. */
    record HigherMedian() implements TieBreak {}

    /** The entry whose lowest sheet is higher goes first. */
    record HigherLowestSheet() implements TieBreak {}

    /** Fewer points deducted go first. */
    record SmallerDeduction() implements TieBreak {}

    /** Among the tied, whom judges put before the others more often goes first; see {@link HeadToHead}. */
    record MoreOftenPreferred() implements TieBreak {}
}
