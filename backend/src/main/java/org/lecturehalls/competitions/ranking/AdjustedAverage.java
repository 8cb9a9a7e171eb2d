package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.lecturehalls.competitions.ranking.RankingMethod.JudgeAdjusted.Weighting;

/** The mean after the severity of each judge was taken out, so that a harsh panel costs nobody. */
record AdjustedAverage(BigDecimal shrinkage, Weighting weighting) implements Average {

    @Override
    public Map<String, Averaged> of(Column column) {
        JudgeEffects effects = JudgeEffects.of(column, shrinkage);
        Function<String, BigDecimal> weights =
                weighting == Weighting.EQUAL ? judge -> BigDecimal.ONE : JudgeWeights.of(column, effects.byJudge())::of;
        Map<String, Averaged> averages = new TreeMap<>();
        column.marks().forEach((entry, marks) -> {
            Ratio adjusted = Ratio.whole(effects.adjustedMean(marks, weights));
            averages.put(entry, Averaged.plain(adjusted));
        });
        return averages;
    }
}
