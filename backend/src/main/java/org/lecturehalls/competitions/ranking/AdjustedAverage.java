package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** The mean after the severity of each judge was taken out, so that a harsh panel costs nobody. */
record AdjustedAverage(BigDecimal shrinkage) implements Average {

    @Override
    public Map<String, Averaged> of(Column column) {
        JudgeEffects effects = JudgeEffects.of(column, shrinkage);
        Map<String, Averaged> averages = new TreeMap<>();
        column.marks().forEach((entry, marks) -> {
            Ratio adjusted = Ratio.whole(effects.adjustedMean(marks));
            averages.put(entry, Averaged.plain(adjusted));
        });
        return averages;
    }
}
