package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lecturehalls.competitions.ranking.Agreement.Measured;
import org.lecturehalls.competitions.ranking.Agreement.Reason;
import org.lecturehalls.competitions.ranking.Agreement.Undefined;
import org.lecturehalls.competitions.ranking.Column.Mark;

/**
 * Krippendorff's alpha: one less the disagreement that was seen over the disagreement that chance would give
 * (Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011). Judges need not have scored every entry; what only
 * one judge scored says nothing and is left out.
 */
final class KrippendorffAlpha {

    private static final MathContext PRECISION = new MathContext(50, RoundingMode.HALF_EVEN);
    private static final int DIGITS = 6;

    private KrippendorffAlpha() {}

    /** Takes scores as measures: being two points apart is four times as bad as one. */
    static Agreement interval(Column column) {
        return alpha(pairable(column));
    }

    /**
     * Takes scores as an order only. Krippendorff's ordinal difference of two values, all values between them and half of
     * those equal to either, is the difference of their mean ranks, so this is the measure of ranks.
     */
    static Agreement ordinal(Column column) {
        List<List<BigDecimal>> units = pairable(column);
        SortedMap<BigDecimal, BigDecimal> ranks = meanRanks(units);
        List<List<BigDecimal>> ranked = new ArrayList<>();
        units.forEach(unit -> ranked.add(unit.stream().map(ranks::get).toList()));
        return alpha(ranked);
    }

    private static List<List<BigDecimal>> pairable(Column column) {
        return column.marks().values().stream()
                .filter(marks -> marks.size() > 1)
                .map(marks -> marks.stream().map(Mark::value).toList())
                .toList();
    }

    private static Agreement alpha(List<List<BigDecimal>> units) {
        if (units.isEmpty()) {
            return new Undefined(Reason.NOTHING_TO_COMPARE);
        }
        BigDecimal seen = units.stream().map(KrippendorffAlpha::disagreement).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal byChance = disagreement(units.stream().flatMap(List::stream).toList());
        if (byChance.signum() == 0) {
            return new Undefined(Reason.NO_VARIATION);
        }
        BigDecimal alpha = BigDecimal.ONE.subtract(seen.divide(byChance, PRECISION));
        return new Measured(alpha.setScale(DIGITS, RoundingMode.HALF_EVEN));
    }

    /** The squares of the differences of all pairs over the number of values less one: n sum x² - (sum x)². */
    private static BigDecimal disagreement(List<BigDecimal> values) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (BigDecimal value : values) {
            sum = sum.add(value);
            squares = squares.add(value.multiply(value));
        }
        BigDecimal pairs = squares.multiply(BigDecimal.valueOf(values.size())).subtract(sum.multiply(sum));
        return pairs.divide(BigDecimal.valueOf(values.size() - 1L), PRECISION);
    }

    /** The mean of the ranks that equal values share; times two, to stay whole, which changes no alpha. */
    private static SortedMap<BigDecimal, BigDecimal> meanRanks(List<List<BigDecimal>> units) {
        SortedMap<BigDecimal, Long> counts = new TreeMap<>();
        units.forEach(unit -> unit.forEach(value -> counts.merge(value, 1L, Long::sum)));
        SortedMap<BigDecimal, BigDecimal> ranks = new TreeMap<>();
        long before = 0;
        for (var each : counts.entrySet()) {
            ranks.put(each.getKey(), BigDecimal.valueOf(2 * before + each.getValue() + 1));
            before += each.getValue();
        }
        return ranks;
    }
}
