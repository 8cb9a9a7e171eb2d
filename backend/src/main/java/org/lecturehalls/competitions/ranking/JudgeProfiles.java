package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lecturehalls.competitions.ranking.Column.Mark;

/** Puts judges beside their colleagues. Shown to people, never counted, so doubles do. */
final class JudgeProfiles {

    private static final int FEWEST_FOR_CORRELATION = 3;
    private static final int DIGITS = 3;

    private JudgeProfiles() {}

    static List<JudgeProfile> of(Column totals, JudgeEffects effects) {
        Map<String, List<double[]>> pairs = pairs(totals);
        Map<String, Integer> sheets = new TreeMap<>();
        totals.marks().values().forEach(marks -> marks.forEach(mark -> sheets.merge(mark.judge(), 1, Integer::sum)));
        List<JudgeProfile> profiles = new ArrayList<>();
        effects.byJudge().forEach((judge, effect) -> {
            List<double[]> beside = pairs.getOrDefault(judge, List.of());
            BigDecimal severity = effect.negate().setScale(DIGITS, RoundingMode.HALF_EVEN);
            profiles.add(new JudgeProfile(
                    judge, sheets.getOrDefault(judge, 0), severity, spread(beside), agreement(beside)));
        });
        return profiles;
    }

    /** For each judge: own total and mean of the others', for each entry that others have scored too. */
    private static Map<String, List<double[]>> pairs(Column totals) {
        Map<String, List<double[]>> pairs = new TreeMap<>();
        for (List<Mark> marks : totals.marks().values()) {
            double sum = marks.stream()
                    .mapToDouble(mark -> mark.value().doubleValue())
                    .sum();
            for (Mark mark : marks) {
                double own = mark.value().doubleValue();
                if (marks.size() > 1) {
                    double others = (sum - own) / (marks.size() - 1);
                    pairs.computeIfAbsent(mark.judge(), judge -> new ArrayList<>())
                            .add(new double[] {own, others});
                }
            }
        }
        return pairs;
    }

    private static Optional<BigDecimal> spread(List<double[]> pairs) {
        double others = deviation(pairs, 1, 1);
        return pairs.size() < 2 || others == 0 ? Optional.empty() : rounded(Math.sqrt(deviation(pairs, 0, 0) / others));
    }

    private static Optional<BigDecimal> agreement(List<double[]> pairs) {
        double scale = Math.sqrt(deviation(pairs, 0, 0) * deviation(pairs, 1, 1));
        return pairs.size() < FEWEST_FOR_CORRELATION || scale == 0
                ? Optional.empty()
                : rounded(deviation(pairs, 0, 1) / scale);
    }

    /** Sum of the products of the deviations from the means of two of the columns. */
    private static double deviation(List<double[]> pairs, int one, int other) {
        double meanOne = pairs.stream().mapToDouble(pair -> pair[one]).average().orElse(0);
        double meanOther =
                pairs.stream().mapToDouble(pair -> pair[other]).average().orElse(0);
        double sum = 0;
        for (double[] pair : pairs) {
            sum += (pair[one] - meanOne) * (pair[other] - meanOther);
        }
        return Math.abs(sum) < 1e-9 ? 0 : sum;
    }

    private static Optional<BigDecimal> rounded(double value) {
        return Optional.of(BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN));
    }
}
