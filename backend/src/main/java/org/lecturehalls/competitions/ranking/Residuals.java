package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lecturehalls.competitions.ranking.Column.Mark;

/** Finds the sheets that neither the entry's quality nor the judge's severity explains. */
final class Residuals {

    /** The median of deviations times this is the standard deviation where chance is normal. */
    private static final BigDecimal NORMAL = new BigDecimal("1.4826");

    /** How many standard deviations are worth a look. */
    private static final BigDecimal FAR = new BigDecimal("3");

    private static final int DIGITS = 3;

    private Residuals() {}

    /** The sheets that lie far off, the farthest first. With fewer than three judges nobody can say who is off. */
    static List<SheetToReview> farthest(Column totals, JudgeEffects effects) {
        List<SheetToReview> all = new ArrayList<>();
        Map<String, BigDecimal> byJudge = effects.byJudge();
        totals.marks().forEach((entry, marks) -> {
            if (marks.size() > 2) {
                BigDecimal quality = effects.adjustedMean(marks, judge -> BigDecimal.ONE);
                marks.forEach(mark -> all.add(residual(entry, mark, quality, byJudge)));
            }
        });
        BigDecimal bound = FAR.multiply(NORMAL).multiply(median(all));
        return all.stream()
                .filter(sheet -> bound.signum() > 0 && sheet.difference().abs().compareTo(bound) > 0)
                .sorted(Comparator.comparing(
                                (SheetToReview sheet) -> sheet.difference().abs())
                        .reversed()
                        .thenComparing(SheetToReview::entry)
                        .thenComparing(SheetToReview::judge))
                .toList();
    }

    private static SheetToReview residual(
            String entry, Mark mark, BigDecimal quality, Map<String, BigDecimal> effects) {
        BigDecimal effect = Objects.requireNonNull(effects.get(mark.judge()));
        BigDecimal difference = mark.value().subtract(quality).subtract(effect);
        return new SheetToReview(entry, mark.judge(), difference.setScale(DIGITS, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal median(List<SheetToReview> all) {
        List<BigDecimal> sorted =
                all.stream().map(sheet -> sheet.difference().abs()).sorted().toList();
        return sorted.isEmpty() ? BigDecimal.ZERO : sorted.get(sorted.size() / 2);
    }
}
