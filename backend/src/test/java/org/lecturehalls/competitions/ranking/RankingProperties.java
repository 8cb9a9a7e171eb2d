package org.lecturehalls.competitions.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lecturehalls.competitions.ranking.RankingMethod.Borda;
import org.lecturehalls.competitions.ranking.RankingMethod.BradleyTerry;
import org.lecturehalls.competitions.ranking.RankingMethod.JudgeAdjusted;
import org.lecturehalls.competitions.ranking.RankingMethod.JudgeAdjusted.Weighting;
import org.lecturehalls.competitions.ranking.RankingMethod.Mean;
import org.lecturehalls.competitions.ranking.RankingMethod.Median;
import org.lecturehalls.competitions.ranking.RankingMethod.TrimmedMean;
import org.lecturehalls.competitions.ranking.RankingRule.Basis;

class RankingProperties {

    private static final Rubric RUBRIC = Scores.rubric("content:1.5", "voice:1", "method:0.8");

    /** Sheets as they come, and the rule. */
    record Contest(List<ScoreSheet> sheets, RankingRule rule) {

        Ranking rank() {
            return rank(sheets);
        }

        Ranking rank(List<ScoreSheet> others) {
            return RankingEngine.rank(ScoreTable.of(RUBRIC, others), rule);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void doesNotDependOnTheOrderOfSheets(@ForAll("contests") Contest contest, @ForAll long seed) {
        List<ScoreSheet> shuffled = new ArrayList<>(contest.sheets());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(contest.rank(shuffled)).isEqualTo(contest.rank());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void doesNotDependOnTheNamesOfJudges(@ForAll("contests") Contest contest, @ForAll long seed) {
        List<String> names = new ArrayList<>(
                contest.sheets().stream().map(ScoreSheet::judge).distinct().toList());
        Map<String, String> renamed = new HashMap<>();
        List<String> others = new ArrayList<>(names);
        Collections.shuffle(others, new Random(seed));
        for (int i = 0; i < names.size(); i++) {
            renamed.put(names.get(i), "x" + others.get(i));
        }
        List<ScoreSheet> sheets = contest.sheets().stream()
                .map(sheet -> new ScoreSheet(sheet.entry(), renamed.get(sheet.judge()), sheet.scores()))
                .toList();

        assertThat(places(contest.rank(sheets))).isEqualTo(places(contest.rank()));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void aHigherScoreNeverLowersAnEntry(@ForAll("contests") Contest contest, @ForAll long seed) {
        Random random = new Random(seed);
        ScoreSheet chosen = contest.sheets().get(random.nextInt(contest.sheets().size()));
        String criterion = List.copyOf(chosen.scores().keySet())
                .get(random.nextInt(chosen.scores().size()));
        List<ScoreSheet> raised =
                replace(contest.sheets(), chosen, sheet -> raise(sheet, criterion, random.nextInt(1, 20)));

        RankedEntry before = find(contest.rank(), chosen.entry());
        RankedEntry after = find(contest.rank(raised), chosen.entry());

        assertThat(after.score()).isGreaterThanOrEqualTo(before.score());
        if (!comparesAllEntries(contest.rule().method())) {
            assertThat(after.rank()).isLessThanOrEqualTo(before.rank());
        }
    }

    /**
     * Methods that fit all entries at once measure from a common centre, which moves with every score. Another entry may
     * rise a little with it, and rounding may carry it a whole step; only the entry's own score is sure not to fall.
     */
    private static boolean comparesAllEntries(RankingMethod method) {
        return method instanceof JudgeAdjusted || method instanceof BradleyTerry;
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void trimmedMeanLiesWithinTheScores(@ForAll("contests") Contest contest) {
        RankingRule rule = contest.rule().withMethod(new TrimmedMean(1)).withBasis(Basis.SHEET);
        ScoreTable table = ScoreTable.of(RUBRIC, contest.sheets());
        for (RankedEntry entry : RankingEngine.rank(table, rule).entries()) {
            List<BigDecimal> totals = totals(table, entry.entry());
            assertThat(entry.score())
                    .isBetween(
                            rule.rounding().round(Collections.min(totals)),
                            rule.rounding().round(Collections.max(totals)));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void judgeAdjustedIsTheMeanWhenJudgesAgree(@ForAll("contests") Contest contest) {
        Map<String, Map<String, BigDecimal>> agreed = new HashMap<>();
        contest.sheets().forEach(sheet -> agreed.putIfAbsent(sheet.entry(), sheet.scores()));
        List<ScoreSheet> sheets = contest.sheets().stream()
                .map(sheet -> new ScoreSheet(sheet.entry(), sheet.judge(), agreed.get(sheet.entry())))
                .toList();

        assertSame(contest, sheets, Weighting.BY_PRECISION);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void judgeAdjustedIsTheMeanWhenAllJudgesSawEverythingAndCountTheSame(@ForAll("fullPanels") Contest contest) {
        assertSame(contest, contest.sheets(), Weighting.EQUAL);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void entriesWithTheSameSheetsShareARank(@ForAll("contests") Contest contest) {
        ScoreSheet first = contest.sheets().get(0);
        List<ScoreSheet> sheets = new ArrayList<>(contest.sheets());
        contest.sheets().stream()
                .filter(sheet -> sheet.entry().equals(first.entry()))
                .forEach(sheet -> sheets.add(new ScoreSheet("twin", sheet.judge(), sheet.scores())));

        Ranking ranking = contest.rank(sheets);

        assertThat(find(ranking, "twin").rank())
                .isEqualTo(find(ranking, first.entry()).rank());
        assertThat(find(ranking, "twin").score())
                .isEqualTo(find(ranking, first.entry()).score());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void ranksAreSharedAndSkipped(@ForAll("contests") Contest contest) {
        List<RankedEntry> entries = contest.rank().entries();
        for (RankedEntry entry : entries) {
            long better = entries.stream()
                    .filter(other -> other.score().compareTo(entry.score()) > 0)
                    .count();
            assertThat(entry.rank()).isEqualTo((int) better + 1);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aTieBreakOnlySplitsTies(@ForAll("contests") Contest contest) {
        RankingRule chain = contest.rule()
                .withTieBreaks(
                        new TieBreak.MoreOftenPreferred(),
                        new TieBreak.HigherMedian(),
                        new TieBreak.HigherCriterion("voice"),
                        new TieBreak.HigherLowestSheet(),
                        new TieBreak.HigherMean());
        List<RankedEntry> plain = contest.rank().entries();
        Ranking resolved = new Contest(contest.sheets(), chain).rank();
        for (RankedEntry entry : plain) {
            RankedEntry now = find(resolved, entry.entry());
            long tied =
                    plain.stream().filter(other -> other.rank() == entry.rank()).count();
            assertThat(now.rank()).isBetween(entry.rank(), entry.rank() + (int) tied - 1);
            assertThat(now.score()).isEqualTo(entry.score());
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void bootstrapRepeatsItself(@ForAll("contests") Contest contest, @ForAll long seed) {
        ScoreTable table = ScoreTable.of(RUBRIC, contest.sheets());
        List<ScoreSheet> reversed = new ArrayList<>(contest.sheets());
        Collections.reverse(reversed);

        Map<String, RankInterval> intervals = RankBootstrap.intervals(table, contest.rule(), 20, seed);

        assertThat(RankBootstrap.intervals(ScoreTable.of(RUBRIC, reversed), contest.rule(), 20, seed))
                .isEqualTo(intervals);
        int entries = table.entries().size();
        intervals.values().forEach(interval -> {
            assertThat(interval.best()).isBetween(1, interval.worst());
            assertThat(interval.worst()).isLessThanOrEqualTo(entries);
        });
    }

    @Provide
    Arbitrary<Contest> contests() {
        return contests(false);
    }

    @Provide
    Arbitrary<Contest> fullPanels() {
        return contests(true);
    }

    private static Arbitrary<Contest> contests(boolean full) {
        Arbitrary<Integer> entries = Arbitraries.integers().between(2, 7);
        Arbitrary<Integer> judges = Arbitraries.integers().between(2, 6);
        return Combinators.combine(entries, judges, rules(), Arbitraries.longs())
                .as((e, j, rule, seed) -> new Contest(sheets(e, j, full, new Random(seed)), rule));
    }

    private static Arbitrary<RankingRule> rules() {
        Arbitrary<RankingMethod> methods = Arbitraries.of(
                new Mean(),
                new TrimmedMean(1),
                new TrimmedMean(2),
                new Median(),
                new JudgeAdjusted(BigDecimal.ONE),
                new JudgeAdjusted(new BigDecimal("0.3"), Weighting.EQUAL),
                new Borda(),
                new BradleyTerry());
        Arbitrary<Rounding> roundings = Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN))
                .as(Rounding::new);
        return Combinators.combine(methods, Arbitraries.of(Basis.class), roundings)
                .as((method, basis, rounding) -> new RankingRule(method, basis, rounding, List.of()));
    }

    /** Quarter points, so that sums are often equal; each entry is judged by two judges at least. */
    private static List<ScoreSheet> sheets(int entries, int judges, boolean full, Random random) {
        List<ScoreSheet> sheets = new ArrayList<>();
        for (int entry = 0; entry < entries; entry++) {
            for (int judge = 0; judge < judges; judge++) {
                if (full || judge < 2 || random.nextInt(3) > 0) {
                    sheets.add(sheet("e" + entry, "j" + (judge + entry) % judges, random));
                }
            }
        }
        return sheets;
    }

    private static ScoreSheet sheet(String entry, String judge, Random random) {
        Map<String, BigDecimal> scores = new HashMap<>();
        RUBRIC.criteria().forEach(criterion -> scores.put(criterion.id(), quarters(random.nextInt(20, 41))));
        return new ScoreSheet(entry, judge, scores);
    }

    private static BigDecimal quarters(int count) {
        return new BigDecimal("0.25").multiply(BigDecimal.valueOf(count));
    }

    private static ScoreSheet raise(ScoreSheet sheet, String criterion, int quarters) {
        Map<String, BigDecimal> scores = new HashMap<>(sheet.scores());
        scores.merge(criterion, quarters(quarters), BigDecimal::add);
        return new ScoreSheet(sheet.entry(), sheet.judge(), scores);
    }

    private static List<ScoreSheet> replace(List<ScoreSheet> sheets, ScoreSheet one, UnaryOperator<ScoreSheet> change) {
        return sheets.stream()
                .map(sheet -> sheet == one ? change.apply(sheet) : sheet)
                .toList();
    }

    private static void assertSame(Contest contest, List<ScoreSheet> sheets, Weighting weighting) {
        Assume.that(!(contest.rule().method() instanceof Borda));
        RankingRule adjusted = contest.rule().withMethod(new JudgeAdjusted(new BigDecimal("0.7"), weighting));
        RankingRule mean = contest.rule().withMethod(new Mean());
        assertThat(places(new Contest(sheets, adjusted).rank())).isEqualTo(places(new Contest(sheets, mean).rank()));
    }

    private static List<BigDecimal> totals(ScoreTable table, String entry) {
        return table.sheets(entry).stream()
                .flatMap(sheet -> sheet.total(RUBRIC).stream())
                .collect(Collectors.toList());
    }

    private static Stream<String> lines(Ranking ranking) {
        return ranking.entries().stream().map(entry -> entry.rank() + " " + entry.entry() + " " + entry.score());
    }

    private static List<String> places(Ranking ranking) {
        return lines(ranking).toList();
    }

    private static RankedEntry find(Ranking ranking, String entry) {
        return ranking.entries().stream()
                .filter(each -> each.entry().equals(entry))
                .findFirst()
                .orElseThrow();
    }
}
