package org.lecturehalls.competitions.ranking;

import java.util.Map;
import org.lecturehalls.competitions.ranking.RankingMethod.BradleyTerry;
import org.lecturehalls.competitions.ranking.RankingMethod.JudgeAdjusted;
import org.lecturehalls.competitions.ranking.RankingMethod.Mean;
import org.lecturehalls.competitions.ranking.RankingMethod.Median;
import org.lecturehalls.competitions.ranking.RankingMethod.TrimmedMean;

/** Gives every entry of a table its outcome, before deductions. */
interface Scoring {

    Map<String, Outcome> score(ScoreTable table);

    static Scoring of(RankingRule rule) {
        RankingMethod method = rule.method();
        if (method instanceof RankingMethod.Borda) {
            return new BordaCount(rule.rounding());
        }
        if (method instanceof BradleyTerry) {
            return new BradleyTerryModel(rule.rounding());
        }
        Average average = average(method);
        return rule.basis() == RankingRule.Basis.CRITERION
                ? new CriterionScoring(average, rule.rounding())
                : new SheetScoring(average, rule.rounding());
    }

    private static Average average(RankingMethod method) {
        if (method instanceof Mean) {
            return new TrimmedAverage(0);
        }
        if (method instanceof TrimmedMean trimmed) {
            return new TrimmedAverage(trimmed.drop());
        }
        if (method instanceof Median) {
            return new MedianAverage();
        }
        if (method instanceof JudgeAdjusted adjusted) {
            return new AdjustedAverage(adjusted.shrinkage(), adjusted.weighting());
        }
        throw new IllegalArgumentException("No average is made by " + method);
    }
}
