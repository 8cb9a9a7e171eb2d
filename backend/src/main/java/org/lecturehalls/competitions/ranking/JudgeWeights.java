package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lecturehalls.competitions.ranking.Column.Mark;

/**
 * How much each judge counts: the less, the further the judge's marks stray from those of others once severity is taken
 * out.
 *
 * <p>A judge's weight is the usual variance of a mark over the judge's own, which is the weight that makes the variance
 * of a weighted mean least. The usual variance is taken from the median of all squared residuals, over 0.4549, the median
 * of chi-square with one degree of freedom, so that few odd marks do not move it. A judge's own starts from the usual one
 * as if seen on {@value #PRIOR_SHEETS} sheets (empirical Bayes: a judge of few sheets is taken for a usual one), and no
 * mark adds more than four usual variances to it. Both together keep a rule of fairness: a mark that is raised gains
 * more by its height than its judge loses in weight.
 */
final class JudgeWeights {

    private static final int PRIOR_SHEETS = 8;
    private static final MathContext PRECISION = new MathContext(50, RoundingMode.HALF_EVEN);
    private static final int SETTLED_DIGITS = 20;
    private static final BigDecimal MEDIAN_OF_CHI_SQUARE = new BigDecimal("0.4549");
    private static final BigDecimal MOST_OF_ONE_MARK = BigDecimal.valueOf(4);

    private final SortedMap<String, BigDecimal> byJudge = new TreeMap<>();

    private JudgeWeights(SortedMap<String, List<BigDecimal>> squares) {
        BigDecimal usual = usual(squares);
        squares.forEach((judge, own) -> byJudge.put(judge, weight(own, usual)));
    }

    static JudgeWeights of(Column column, Map<String, BigDecimal> effects) {
        SortedMap<String, List<BigDecimal>> squares = new TreeMap<>();
        for (List<Mark> marks : column.marks().values()) {
            add(marks, effects, squares);
        }
        return new JudgeWeights(squares);
    }

    BigDecimal of(String judge) {
        return Objects.requireNonNull(byJudge.get(judge));
    }

    /** Squared residuals, by as much larger as the entry's own mean makes them smaller. A lone mark has none. */
    private static void add(
            List<Mark> marks, Map<String, BigDecimal> effects, SortedMap<String, List<BigDecimal>> squares) {
        List<BigDecimal> adjusted = marks.stream()
                .map(mark -> mark.value().subtract(Objects.requireNonNull(effects.get(mark.judge()))))
                .toList();
        BigDecimal count = BigDecimal.valueOf(marks.size());
        BigDecimal mean =
                adjusted.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(count, PRECISION);
        for (int i = 0; i < marks.size(); i++) {
            List<BigDecimal> own = squares.computeIfAbsent(marks.get(i).judge(), judge -> new ArrayList<>());
            if (marks.size() > 1) {
                BigDecimal residual = adjusted.get(i).subtract(mean);
                BigDecimal larger = count.divide(BigDecimal.valueOf(marks.size() - 1L), PRECISION);
                own.add(residual.multiply(residual, PRECISION).multiply(larger, PRECISION));
            }
        }
    }

    private static BigDecimal usual(SortedMap<String, List<BigDecimal>> squares) {
        List<BigDecimal> all = new ArrayList<>();
        squares.values().forEach(all::addAll);
        if (all.isEmpty()) {
            return BigDecimal.ZERO;
        }
        Collections.sort(all);
        return all.get(all.size() / 2).divide(MEDIAN_OF_CHI_SQUARE, PRECISION);
    }

    /** Where most marks are alike, nobody can be told from anybody. */
    private static BigDecimal weight(List<BigDecimal> own, BigDecimal usual) {
        BigDecimal settled = usual.setScale(SETTLED_DIGITS, RoundingMode.HALF_EVEN);
        if (settled.signum() == 0) {
            return BigDecimal.ONE;
        }
        BigDecimal most = usual.multiply(MOST_OF_ONE_MARK);
        BigDecimal sum = usual.multiply(BigDecimal.valueOf(PRIOR_SHEETS));
        for (BigDecimal square : own) {
            sum = sum.add(square.min(most));
        }
        BigDecimal sheets = BigDecimal.valueOf(PRIOR_SHEETS + (long) own.size());
        return usual.multiply(sheets).divide(sum, PRECISION).setScale(SETTLED_DIGITS, RoundingMode.HALF_EVEN);
    }
}
