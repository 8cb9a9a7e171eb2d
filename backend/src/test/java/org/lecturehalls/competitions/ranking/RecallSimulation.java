package org.lecturehalls.competitions.ranking;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lecturehalls.competitions.ranking.Column.Mark;

/**
 * Contests whose truth is known: how many of the ten best entries each method puts among its first ten. Judges are fair,
 * harsh, lazy, noisy or in collusion; counties are of different strength.
 */
final class RecallSimulation {

    private static final int TOP = 10;
    private static final int COUNTIES = 6;
    private static final int ENTRIES_EACH = 15;
    private static final int JUDGES = 18;
    private static final int SEATS = 5;
    private static final Rubric RUBRIC = new Rubric(List.of(new Criterion("total", BigDecimal.ONE)));
    private static final String Z_SCORE = "z-score";

    private final PrintStream out;

    RecallSimulation(PrintStream out) {
        this.out = out;
    }

    /** Who sits on which panel. */
    private enum Panels {
        /** Each county has judges of its own, who see a few entries of other counties. */
        BY_COUNTY,
        /** The same five judge everything. */
        ONE
    }

    private record Truth(List<ScoreSheet> sheets, Set<String> best) {}

    private record Judge(double bias, double noise, double reach, int favours) {}

    void run(int runs) {
        Map<String, Double> differ = recall("panels differ (a panel for each county)", Panels.BY_COUNTY, runs);
        Map<String, Double> same = recall("panels do not differ (one panel for all)", Panels.ONE, runs);
        for (String rival : List.of("mean", "trimmed", Z_SCORE)) {
            compare("differ", differ, rival, 0);
            compare("same", same, rival, 0.005);
        }
    }

    /** Chance alone makes two equal methods differ a little; where panels are the same a half of a hundredth is none. */
    private void compare(String where, Map<String, Double> recall, String rival, double allowance) {
        double own = recall.get("judge-adjusted");
        double other = recall.get(rival);
        boolean met = allowance == 0 ? own > other : own >= other - allowance;
        RankingBench.target(out, "recall-" + where + "-judge-adjusted-over-" + rival, own, other, met);
    }

    private Map<String, Double> recall(String title, Panels panels, int runs) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (int run = 0; run < runs; run++) {
            Truth truth = truth(panels, new Random(run));
            ScoreTable table = ScoreTable.of(RUBRIC, truth.sheets());
            RankingBench.METHODS.forEach((name, method) -> {
                RankingRule rule = RankingRule.of(method, 6);
                List<String> order = RankingEngine.rank(table, rule).entries().stream()
                        .map(RankedEntry::entry)
                        .toList();
                sums.merge(name, hits(order, truth), Double::sum);
            });
            sums.merge(Z_SCORE, hits(byZScore(table), truth), Double::sum);
        }
        out.printf("%nrecall of the ten best, %d contests, %s%n", runs, title);
        sums.replaceAll((name, sum) -> sum / runs);
        sums.forEach((name, mean) -> out.printf(Locale.ROOT, "%-16s %6.2f %%%n", name, 100 * mean));
        return sums;
    }

    private static double hits(List<String> order, Truth truth) {
        return order.subList(0, TOP).stream().filter(truth.best()::contains).count() / (double) TOP;
    }

    private static Truth truth(Panels panels, Random random) {
        List<Judge> judges = new ArrayList<>();
        for (int i = 0; i < JUDGES; i++) {
            judges.add(judge(random));
        }
        Map<String, Double> qualities = new TreeMap<>();
        List<ScoreSheet> sheets = new ArrayList<>();
        for (int county = 0; county < COUNTIES; county++) {
            double strength = 75 + 4 * random.nextGaussian();
            for (int i = 0; i < ENTRIES_EACH; i++) {
                String entry = Integer.toHexString(random.nextInt()) + "-" + county + "-" + i;
                double quality = strength + 5 * random.nextGaussian();
                qualities.put(entry, quality);
                for (int judge : panel(panels, county, random)) {
                    sheets.add(sheet(entry, judge, judges.get(judge), quality, county, random));
                }
            }
        }
        return new Truth(sheets, best(qualities));
    }

    /**
     * Of ten judges six are fair as people are. One is harsh; one is lazy and gives everything much the same, at half the
     * reach and half the noise; one is noisy, twice as much as others; one is bent on helping a county.
     */
    private static Judge judge(Random random) {
        double bias = 2.5 * random.nextGaussian();
        return switch (random.nextInt(10)) {
            case 0 -> new Judge(bias - 8, 3, 1, -1);
            case 1 -> new Judge(bias, 1.5, 0.5, -1);
            case 2 -> new Judge(bias, 6, 1, -1);
            case 3 -> new Judge(bias, 3, 1, random.nextInt(COUNTIES));
            default -> new Judge(bias, 3, 1, -1);
        };
    }

    private static List<Integer> panel(Panels panels, int county, Random random) {
        List<Integer> panel = new ArrayList<>();
        int own = JUDGES / COUNTIES;
        while (panel.size() < SEATS) {
            boolean home = panels == Panels.BY_COUNTY && panel.size() < own;
            int judge =
                    panels == Panels.ONE ? panel.size() : home ? county * own + panel.size() : random.nextInt(JUDGES);
            if (!panel.contains(judge)) {
                panel.add(judge);
            }
        }
        return panel;
    }

    private static ScoreSheet sheet(String entry, int name, Judge judge, double quality, int county, Random random) {
        double seen = 75 + judge.reach() * (quality - 75) + judge.bias() + judge.noise() * random.nextGaussian();
        double given = judge.favours() == county ? seen + 6 : seen;
        long halves = Math.max(0, Math.min(200, Math.round(2 * given)));
        BigDecimal score = new BigDecimal("0.5").multiply(BigDecimal.valueOf(halves));
        return new ScoreSheet(entry, "j" + name, Map.of("total", score));
    }

    private static Set<String> best(Map<String, Double> qualities) {
        return qualities.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(TOP)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What spreadsheets do against harsh judges: each judge's scores less their mean, over their deviation. */
    private static List<String> byZScore(ScoreTable table) {
        Map<String, List<Double>> byJudge = new TreeMap<>();
        Column totals = table.totals();
        totals.marks()
                .values()
                .forEach(
                        marks -> marks.forEach(mark -> byJudge.computeIfAbsent(mark.judge(), judge -> new ArrayList<>())
                                .add(mark.value().doubleValue())));
        Map<String, Double> scores = new TreeMap<>();
        totals.marks()
                .forEach((entry, marks) -> scores.put(
                        entry,
                        marks.stream()
                                .mapToDouble(mark -> zScore(mark, byJudge))
                                .average()
                                .orElse(0)));
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double zScore(Mark mark, Map<String, List<Double>> byJudge) {
        List<Double> own = byJudge.get(mark.judge());
        double mean = own.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double square = own.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        return square == 0 ? 0 : (mark.value().doubleValue() - mean) / Math.sqrt(square);
    }
}
