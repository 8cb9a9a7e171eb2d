package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What one judge gave one entry.
 *
 * @param entry the entry
 * @param judge the judge
 * @param scores score by criterion; a criterion that is not there was not scored, which is not the same as zero
 */
public record ScoreSheet(String entry, String judge, Map<String, BigDecimal> scores) {

    public ScoreSheet {
        scores = Map.copyOf(scores);
    }

    /** The weighted sum over the whole rubric, or nothing when a criterion was not scored. */
    Optional<BigDecimal> total(Rubric rubric) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Criterion criterion : rubric.criteria()) {
            BigDecimal score = scores.get(criterion.id());
            if (score == null) {
                return Optional.empty();
            }
            sum = sum.add(score.multiply(criterion.weight()));
        }
        return Optional.of(sum);
    }
}
