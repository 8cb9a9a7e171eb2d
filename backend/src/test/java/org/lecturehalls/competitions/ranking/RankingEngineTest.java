package org.lecturehalls.competitions.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lecturehalls.competitions.ranking.Scores.deduction;
import static org.lecturehalls.competitions.ranking.Scores.rubric;
import static org.lecturehalls.competitions.ranking.Scores.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lecturehalls.competitions.ranking.RankingMethod.Borda;
import org.lecturehalls.competitions.ranking.RankingMethod.BradleyTerry;
import org.lecturehalls.competitions.ranking.RankingMethod.JudgeAdjusted;
import org.lecturehalls.competitions.ranking.RankingMethod.Mean;
import org.lecturehalls.competitions.ranking.RankingMethod.Median;
import org.lecturehalls.competitions.ranking.RankingMethod.TrimmedMean;
import org.lecturehalls.competitions.ranking.RankingRule.Basis;

class RankingEngineTest {

    private static final Rubric ONE = rubric("content:1");
    private static final RankingRule MEAN = RankingRule.of(new Mean(), 2);

    @Test
    void sharesRanksAndSkipsAsMany() {
        ScoreTable table =
                table(ONE, sheet("a", "j", "9"), sheet("b", "j", "8"), sheet("c", "j", "8"), sheet("d", "j", "7"));

        assertThat(lines(RankingEngine.rank(table, MEAN)))
                .containsExactly("1 a 9.00", "2 b 8.00", "2 c 8.00", "4 d 7.00");
    }

    @Test
    void roundsEachCriterionThenItsWeightedValue() {
        ScoreTable table = table(
                rubric("content:1.5", "voice:0.8"),
                sheet("a", "j1", "7.75", "8.25"),
                sheet("a", "j2", "7.50", "8.00"),
                sheet("a", "j3", "7.50", "8.00"));

        // 7.58333 to 7.58, times 1.5 is 11.37; 8.08333 to 8.08, times 0.8 is 6.464, to 6.46.
        assertThat(lines(RankingEngine.rank(table, MEAN))).containsExactly("1 a 17.83");
    }

    @Test
    void roundsOnceBySheet() {
        ScoreTable table = table(
                rubric("content:1.5", "voice:0.8"),
                sheet("a", "j1", "7.75", "8.25"),
                sheet("a", "j2", "7.50", "8.00"),
                sheet("a", "j3", "7.50", "8.00"));

        // 18.225, 17.65 and 17.65: the mean is 17.841666.
        assertThat(lines(RankingEngine.rank(table, MEAN.withBasis(Basis.SHEET))))
                .containsExactly("1 a 17.84");
    }

    @Test
    void roundsHalvesUpEvenWhenTheMeanIsNoDecimal() {
        ScoreTable table = table(ONE, sheet("a", "j1", "8.33"), sheet("a", "j2", "8.34"));

        assertThat(lines(RankingEngine.rank(table, MEAN))).containsExactly("1 a 8.34");
    }

    @Test
    void dropsTheHighestAndLowestOfEachCriterion() {
        ScoreTable table = table(
                rubric("content:1", "voice:1"),
                sheet("a", "j1", "1", "8"),
                sheet("a", "j2", "7", "10"),
                sheet("a", "j3", "10", "1"));

        RankingRule byCriterion = RankingRule.of(new TrimmedMean(1), 2);
        assertThat(lines(RankingEngine.rank(table, byCriterion))).containsExactly("1 a 15.00");
        assertThat(lines(RankingEngine.rank(table, byCriterion.withBasis(Basis.SHEET))))
                .containsExactly("1 a 11.00");
    }

    @Test
    void saysSoWhenTooFewJudgesRemainToDropAny() {
        ScoreTable table = table(ONE, sheet("a", "j1", "6"), sheet("a", "j2", "9"));

        Ranking ranking = RankingEngine.rank(table, RankingRule.of(new TrimmedMean(1), 2));

        assertThat(lines(ranking)).containsExactly("1 a 7.50");
        assertThat(ranking.entries().get(0).notes()).containsExactly(new Note(Note.Code.NOT_TRIMMED, "content"));
    }

    @Test
    void takesTheMiddleForTheMedian() {
        ScoreTable table = table(
                ONE,
                sheet("odd", "j1", "1"),
                sheet("odd", "j2", "8"),
                sheet("odd", "j3", "9"),
                sheet("even", "j1", "1"),
                sheet("even", "j2", "7"),
                sheet("even", "j3", "8"),
                sheet("even", "j4", "10"));

        assertThat(lines(RankingEngine.rank(table, RankingRule.of(new Median(), 1))))
                .containsExactly("1 odd 8.0", "2 even 7.5");
    }

    @Test
    void takesMissingForMissingAndNotForZero() {
        ScoreTable table = table(
                rubric("content:1", "voice:1"),
                sheet("a", "j1", "8", null),
                sheet("a", "j2", "6", "9"),
                sheet("b", "j1", "10", null));

        Ranking byCriterion = RankingEngine.rank(table, MEAN);
        assertThat(lines(byCriterion)).containsExactly("1 a 16.00");
        assertThat(byCriterion.unranked())
                .containsExactly(new UnrankedEntry("b", 1, List.of(new Note(Note.Code.CRITERION_NOT_SCORED, "voice"))));

        Ranking bySheet = RankingEngine.rank(table, MEAN.withBasis(Basis.SHEET));
        assertThat(lines(bySheet)).containsExactly("1 a 15.00");
        assertThat(bySheet.entries().get(0).notes()).containsExactly(new Note(Note.Code.INCOMPLETE_SHEET, "j1"));
    }

    @Test
    void countsAZeroAsAScore() {
        ScoreTable table = table(ONE, sheet("a", "j1", "0"), sheet("a", "j2", "9"));

        assertThat(lines(RankingEngine.rank(table, MEAN))).containsExactly("1 a 4.50");
    }

    @Test
    void listsEntriesWithoutSheetsApart() {
        ScoreTable table = ScoreTable.of(ONE, Set.of("a", "b"), List.of(sheet("a", "j", "5")), List.of());

        Ranking ranking = RankingEngine.rank(table, MEAN.withBasis(Basis.SHEET));

        assertThat(ranking.unranked())
                .containsExactly(new UnrankedEntry("b", 0, List.of(new Note(Note.Code.NO_SHEETS, ""))));
    }

    @Test
    void takesDeductionsOff() {
        ScoreTable table = ScoreTable.of(
                ONE,
                Set.of("a", "b"),
                List.of(sheet("a", "j", "9"), sheet("b", "j", "8")),
                List.of(deduction("a", "1.5"), deduction("a", "0.25")));

        assertThat(lines(RankingEngine.rank(table, MEAN))).containsExactly("1 b 8.00", "2 a 7.25");
    }

    @Test
    void takesOutTheSeverityOfAHarshJudge() {
        // Two halves of the entries; the harsh judge saw only the second. Both judged "both" by the same two.
        ScoreTable table = table(
                ONE,
                sheet("both", "mild", "8"),
                sheet("both", "harsh", "5"),
                sheet("good", "mild", "8"),
                sheet("better", "harsh", "6"));

        Ranking ranking = RankingEngine.rank(table, RankingRule.of(new JudgeAdjusted(new BigDecimal("0.001")), 1));

        assertThat(lines(ranking)).containsExactly("1 better 7.5", "2 both 6.5", "2 good 6.5");
    }

    @Test
    void shrinksTheEffectOfJudgesByTheRule() {
        ScoreTable table = table(ONE, sheet("a", "mild", "9"), sheet("a", "harsh", "7"), sheet("b", "mild", "9"));

        // Normal equations: (1/2 + s) m - h/2 = 1 and (1/2 + s) h - m/2 = -1, so m = 1 / (1 + s) and h = -m.
        assertThat(lines(RankingEngine.rank(table, RankingRule.of(new JudgeAdjusted(BigDecimal.ONE), 2))))
                .containsExactly("1 b 8.50", "2 a 8.00");
    }

    @Test
    void countsAJudgeLessWhoStraysFromTheOthers() {
        List<ScoreSheet> sheets = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String entry = "other" + (char) ('a' + i);
            sheets.add(sheet(entry, "steady1", i % 2 == 0 ? "7.1" : "6.9"));
            sheets.add(sheet(entry, "steady2", i % 2 == 0 ? "6.9" : "7.1"));
            sheets.add(sheet(entry, "erratic", i % 3 == 0 ? "9" : "6"));
        }
        sheets.addAll(List.of(
                sheet("first", "steady1", "8"), sheet("first", "steady2", "8"), sheet("first", "erratic", "6")));
        sheets.addAll(List.of(
                sheet("second", "steady1", "7"), sheet("second", "steady2", "7"), sheet("second", "erratic", "8")));
        ScoreTable table = ScoreTable.of(ONE, sheets);

        assertThat(scores(RankingEngine.rank(table, RankingRule.of(new Mean(), 2)), "first", "second"))
                .containsExactly("7.33", "7.33");
        List<String> adjusted = scores(
                RankingEngine.rank(table, RankingRule.of(new JudgeAdjusted(BigDecimal.ONE), 2)), "first", "second");
        assertThat(new BigDecimal(adjusted.get(0))).isGreaterThan(new BigDecimal(adjusted.get(1)));
    }

    @Test
    void countsBordaPointsPerJudge() {
        ScoreTable table = table(
                ONE,
                sheet("a", "j1", "9"),
                sheet("b", "j1", "7"),
                sheet("c", "j1", "7"),
                sheet("a", "j2", "5"),
                sheet("b", "j2", "6"),
                sheet("c", "j2", "1"));

        // a: 2 and 1; b: 0.5 and 2; c: 0.5 and 0.
        assertThat(lines(RankingEngine.rank(table, RankingRule.of(new Borda(), 2))))
                .containsExactly("1 a 1.50", "2 b 1.25", "3 c 0.25");
    }

    @Test
    void findsTheMostLikelyStrengths() {
        ScoreTable table = table(ONE, sheet("a", "j1", "9"), sheet("b", "j1", "7"));

        // Where the likelihood is highest its slope is zero; b is as weak as a is strong.
        Ranking ranking = RankingEngine.rank(table, RankingRule.of(new BradleyTerry(), 4));

        double s = Math.exp(ranking.entries().get(0).score().doubleValue());
        double slope = 1 / (s * s + 1) + 0.5 - s / (s + 1);
        assertThat(slope).isCloseTo(0, org.assertj.core.data.Offset.offset(1e-4));
        assertThat(ranking.entries().get(1).score())
                .isEqualByComparingTo(ranking.entries().get(0).score().negate());
    }

    @Test
    void breaksTiesByTheChainInItsOrder() {
        ScoreTable table = table(
                rubric("content:1", "voice:1"),
                sheet("a", "j1", "7", "9"),
                sheet("a", "j2", "9", "7"),
                sheet("b", "j1", "8", "8"),
                sheet("b", "j2", "8", "8"),
                sheet("c", "j1", "9", "7"),
                sheet("c", "j2", "9", "7"));
        RankingRule rule =
                MEAN.withTieBreaks(new TieBreak.HigherLowestSheet(), new TieBreak.HigherCriterion("content"));

        Ranking ranking = RankingEngine.rank(table, rule);

        assertThat(lines(ranking)).containsExactly("1 c 16.00", "2 a 16.00", "2 b 16.00");
        assertThat(ranking.entries())
                .extracting(RankedEntry::decidedBy)
                .containsOnly(Optional.of(new TieBreak.HigherCriterion("content")));
    }

    @Test
    void putsFirstWhomMoreJudgesPreferred() {
        ScoreTable table = table(
                ONE,
                sheet("a", "j1", "9"),
                sheet("a", "j2", "3"),
                sheet("a", "j3", "9"),
                sheet("b", "j1", "8"),
                sheet("b", "j2", "5"),
                sheet("b", "j3", "8"));

        assertThat(lines(RankingEngine.rank(table, MEAN.withTieBreaks(new TieBreak.MoreOftenPreferred()))))
                .containsExactly("1 a 7.00", "2 b 7.00");
    }

    @Test
    void refusesTablesThatContradictThemselves() {
        assertThatThrownBy(() -> table(ONE, sheet("a", "j", "1"), sheet("a", "j", "2")))
                .hasMessageContaining("Two sheets");
        assertThatThrownBy(() -> ScoreTable.of(ONE, Set.of(), List.of(sheet("a", "j", "1")), List.of()))
                .hasMessageContaining("no entry a");
        assertThatThrownBy(() ->
                        table(rubric("voice:1"), new ScoreSheet("a", "j", java.util.Map.of("x", BigDecimal.ONE))))
                .hasMessageContaining("no criterion x");
    }

    private static ScoreTable table(Rubric rubric, ScoreSheet... sheets) {
        return ScoreTable.of(rubric, List.of(sheets));
    }

    /** Scores of the entries named. */
    private static List<String> scores(Ranking ranking, String... entries) {
        return Stream.of(entries)
                .flatMap(name ->
                        ranking.entries().stream().filter(each -> each.entry().equals(name)))
                .map(each -> each.score().toPlainString())
                .toList();
    }

    private static List<String> lines(Ranking ranking) {
        return ranking.entries().stream()
                .map(entry -> entry.rank() + " " + entry.entry() + " " + entry.score())
                .toList();
    }
}
