package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.lecturehalls.competitions.ranking.Column.Mark;

/**
 * How mild or harsh each judge is, from the entries that judges have in common.
 *
 * <p>The additive model: mark = quality of the entry + effect of the judge + chance. The effects b and qualities q are
 * those that make {@code sum (mark - q - b)^2 + shrinkage * sum b^2} least. This is Henderson's mixed model with fixed
 * entries and random judges, where the shrinkage stands for the variance of chance over that of the judges (Robinson,
 * "That BLUP is a Good Thing", Statistical Science 6, 1991, pages 15-32). It is fixed by the rule and not estimated, so
 * that raising a mark never lowers the entry: with the qualities eliminated the normal equations are a symmetric
 * M-matrix whose rows sum to the shrinkage, and its inverse moves the entry whose mark was raised most.
 *
 * <p>The effects of all judges sum to zero. Where all judges saw all entries and count the same, the adjusted mean is
 * therefore the mean.
 */
final class JudgeEffects {

    /** Far more digits than any rounding needs, so that halves are still halves after {@link #settle}. */
    private static final MathContext PRECISION = new MathContext(50, RoundingMode.HALF_EVEN);

    private static final int SETTLED_DIGITS = 30;

    private final SortedMap<String, Integer> judges = new TreeMap<>();
    private final BigDecimal[] effects;

    private JudgeEffects(Column column, BigDecimal shrinkage) {
        for (List<Mark> marks : column.marks().values()) {
            marks.forEach(mark -> judges.put(mark.judge(), 0));
        }
        int next = 0;
        for (Map.Entry<String, Integer> judge : judges.entrySet()) {
            judge.setValue(next++);
        }
        effects = LinearSystem.solve(matrix(column, shrinkage), rightSide(column), PRECISION);
    }

    static JudgeEffects of(Column column, BigDecimal shrinkage) {
        return new JudgeEffects(column, shrinkage);
    }

    /** The effect of each judge; above zero is mild. */
    Map<String, BigDecimal> byJudge() {
        Map<String, BigDecimal> byJudge = new TreeMap<>();
        judges.forEach((judge, index) -> byJudge.put(judge, settle(effects[index])));
        return byJudge;
    }

    /** The weighted mean of the marks after each judge's effect was taken off. */
    BigDecimal adjustedMean(List<Mark> marks, Function<String, BigDecimal> weights) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        for (Mark mark : marks) {
            BigDecimal weight = weights.apply(mark.judge());
            sum = sum.add(mark.value().subtract(effects[index(mark)]).multiply(weight));
            total = total.add(weight);
        }
        return settle(sum.divide(total, PRECISION));
    }

    /** Row j: the judge's sheets and the shrinkage, less what is shared with each judge on an entry of n judges: 1/n. */
    private BigDecimal[][] matrix(Column column, BigDecimal shrinkage) {
        SortedMap<Integer, int[][]> sharedByPanelSize = new TreeMap<>();
        BigDecimal[][] matrix = new BigDecimal[judges.size()][judges.size()];
        for (int row = 0; row < matrix.length; row++) {
            Arrays.fill(matrix[row], BigDecimal.ZERO);
            matrix[row][row] = shrinkage;
        }
        for (List<Mark> marks : column.marks().values()) {
            count(
                    marks,
                    sharedByPanelSize.computeIfAbsent(marks.size(), size -> new int[matrix.length][matrix.length]));
        }
        sharedByPanelSize.forEach((size, shared) -> addShared(matrix, shared, size));
        return matrix;
    }

    private void count(List<Mark> marks, int[][] shared) {
        for (Mark one : marks) {
            for (Mark other : marks) {
                shared[index(one)][index(other)]++;
            }
        }
    }

    private static void addShared(BigDecimal[][] matrix, int[][] shared, int panelSize) {
        BigDecimal size = BigDecimal.valueOf(panelSize);
        for (int row = 0; row < matrix.length; row++) {
            matrix[row][row] = matrix[row][row].add(BigDecimal.valueOf(shared[row][row]));
            for (int column = 0; column < matrix.length; column++) {
                if (shared[row][column] != 0) {
                    BigDecimal part = BigDecimal.valueOf(shared[row][column]).divide(size, PRECISION);
                    matrix[row][column] = matrix[row][column].subtract(part);
                }
            }
        }
    }

    /** Row j: how far the judge's marks lie above the means of their entries, in all. */
    private BigDecimal[] rightSide(Column column) {
        BigDecimal[] side = new BigDecimal[judges.size()];
        Arrays.fill(side, BigDecimal.ZERO);
        for (List<Mark> marks : column.marks().values()) {
            Ratio mean = TrimmedAverage.mean(marks.stream().map(Mark::value).toList());
            BigDecimal center = mean.numerator().divide(BigDecimal.valueOf(mean.denominator()), PRECISION);
            for (Mark mark : marks) {
                int row = index(mark);
                side[row] = side[row].add(mark.value().subtract(center));
            }
        }
        return side;
    }

    private int index(Mark mark) {
        return Objects.requireNonNull(judges.get(mark.judge()));
    }

    /** Cuts off the digits in which the arithmetic above may differ from the exact value. */
    private static BigDecimal settle(BigDecimal value) {
        return value.setScale(SETTLED_DIGITS, RoundingMode.HALF_EVEN);
    }
}
