package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the public voted, where the rule gives it a part of the score. Judges keep the rest: with a part of five percent an
 * entry gets 95 percent of what the judges gave it and, if nobody had more votes, five percent of full marks; others get of
 * these what their votes are of the most. So a vote never moves an entry by more than that part of full marks.
 *
 * @param percent the part, 1 to {@value #MOST_PERCENT}
 * @param fullMarks what an entry gets that everybody gives everything
 * @param votes by entry; who is not there has none
 */
public record VoteShare(int percent, BigDecimal fullMarks, Map<String, Long> votes) {

    /** Paid crowds use real accounts, so more is never given away. */
    public static final int MOST_PERCENT = 10;

    public VoteShare {
        if (percent < 1 || percent > MOST_PERCENT) {
            throw new IllegalArgumentException("The public has 1 to " + MOST_PERCENT + " percent");
        }
        votes = Map.copyOf(votes);
    }

    /** The judges' score with the public's part, less the deduction. When nobody voted the judges' score counts whole. */
    Ratio blend(String entry, BigDecimal score, BigDecimal deduction) {
        long most = votes.values().stream().mapToLong(Long::longValue).max().orElse(0);
        if (most == 0) {
            return Ratio.whole(score.subtract(deduction));
        }
        long denominator = Math.multiplyExact(100L, most);
        BigDecimal judges = score.multiply(BigDecimal.valueOf((100L - percent) * most));
        BigDecimal crowd = fullMarks.multiply(BigDecimal.valueOf(percent * votes.getOrDefault(entry, 0L)));
        BigDecimal off = deduction.multiply(BigDecimal.valueOf(denominator));
        return new Ratio(judges.add(crowd).subtract(off), denominator);
    }
}
