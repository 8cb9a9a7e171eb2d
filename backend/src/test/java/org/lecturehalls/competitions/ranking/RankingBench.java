package org.lecturehalls.competitions.ranking;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.lecturehalls.competitions.ranking.RankingMethod.Borda;
import org.lecturehalls.competitions.ranking.RankingMethod.BradleyTerry;
import org.lecturehalls.competitions.ranking.RankingMethod.JudgeAdjusted;
import org.lecturehalls.competitions.ranking.RankingMethod.Mean;
import org.lecturehalls.competitions.ranking.RankingMethod.Median;
import org.lecturehalls.competitions.ranking.RankingMethod.TrimmedMean;

/** {@code deploy/bench.sh ranking}: how long a large contest takes, and how well each method finds the best. */
public final class RankingBench {

    static final Map<String, RankingMethod> METHODS = methods();

    private static final int ENTRIES = 2_000;
    private static final int JUDGES = 9;
    private static final int CRITERIA = 6;
    private static final double LIMIT_SECONDS = 1;
    private static final int REPEATS = 3;

    private final PrintStream out;

    private RankingBench(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
        RankingBench bench = new RankingBench(out);
        bench.speed("one-panel", JUDGES);
        bench.speed("many-panels", 60);
        new RecallSimulation(out).run(runs);
    }

    private static Map<String, RankingMethod> methods() {
        Map<String, RankingMethod> methods = new LinkedHashMap<>();
        methods.put("mean", new Mean());
        methods.put("trimmed", new TrimmedMean(1));
        methods.put("median", new Median());
        methods.put("judge-adjusted", new JudgeAdjusted(BigDecimal.ONE));
        methods.put("borda", new Borda());
        methods.put("bradley-terry", new BradleyTerry());
        return methods;
    }

    /** Nine judges an entry, out of as many as there are. */
    private void speed(String name, int pool) {
        out.printf(
                "%n%d entries, %d judges each out of %d, %d criteria%n%-16s %10s %10s %10s%n",
                ENTRIES, JUDGES, pool, CRITERIA, "method", "first", "best", "best CPU");
        ScoreTable table = table(pool);
        METHODS.forEach((method, how) -> {
            RankingRule rule = RankingRule.of(how, 2);
            Spent first = spent(table, rule);
            Spent best = first;
            for (int i = 1; i < REPEATS; i++) {
                best = best.least(spent(table, rule));
            }
            out.printf(Locale.ROOT, "%-16s %8.3f s %8.3f s %8.3f s%n", method, first.wall(), best.wall(), best.cpu());
            boolean met = best.wall() <= LIMIT_SECONDS;
            target(out, "ranking-" + name + "-" + method + "-seconds", best.wall(), LIMIT_SECONDS, met);
        });
    }

    static void target(PrintStream out, String name, double value, double limit, boolean met) {
        out.printf(Locale.ROOT, "target %s %.3f %.3f %s%n", name, value, limit, met ? "met" : "missed");
    }

    /** On a busy machine the clock tells what the others did; the processor's time does not. */
    private record Spent(double wall, double cpu) {

        Spent least(Spent other) {
            return new Spent(Math.min(wall, other.wall), Math.min(cpu, other.cpu));
        }
    }

    private static Spent spent(ScoreTable table, RankingRule rule) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        int ranked = RankingEngine.rank(table, rule).entries().size();
        if (ranked != ENTRIES) {
            throw new IllegalStateException("Only " + ranked + " were ranked");
        }
        double wall = (System.nanoTime() - start) / 1e9;
        return new Spent(wall, (threads.getCurrentThreadCpuTime() - cpu) / 1e9);
    }

    private static ScoreTable table(int pool) {
        Random random = new Random(1);
        List<Criterion> criteria = new ArrayList<>();
        for (int i = 0; i < CRITERIA; i++) {
            criteria.add(new Criterion("c" + i, new BigDecimal("1." + i)));
        }
        List<ScoreSheet> sheets = new ArrayList<>();
        for (int entry = 0; entry < ENTRIES; entry++) {
            double quality = 7 + random.nextGaussian();
            for (int seat = 0; seat < JUDGES; seat++) {
                String judge = "j" + (entry * 7 + seat) % pool;
                sheets.add(new ScoreSheet("e" + entry, judge, scores(criteria, quality, random)));
            }
        }
        return ScoreTable.of(new Rubric(criteria), sheets);
    }

    private static Map<String, BigDecimal> scores(List<Criterion> criteria, double quality, Random random) {
        Map<String, BigDecimal> scores = new HashMap<>();
        for (Criterion criterion : criteria) {
            long quarters = Math.round(4 * (quality + random.nextGaussian()));
            BigDecimal score = new BigDecimal("0.25").multiply(BigDecimal.valueOf(Math.max(0, Math.min(40, quarters))));
            scores.put(criterion.id(), score);
        }
        return scores;
    }
}
