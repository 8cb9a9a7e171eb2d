package org.lecturehalls.competitions.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.competitions.ranking.Scores.rubric;
import static org.lecturehalls.competitions.ranking.Scores.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lecturehalls.competitions.ranking.Agreement.Measured;
import org.lecturehalls.competitions.ranking.Agreement.Reason;
import org.lecturehalls.competitions.ranking.Agreement.Undefined;
import org.lecturehalls.competitions.ranking.RankingMethod.Mean;
import org.lecturehalls.competitions.ranking.RankingMethod.Median;
import org.lecturehalls.competitions.ranking.RankingMethod.TrimmedMean;

class PanelReportTest {

    private static final Rubric ONE = rubric("content:1");

    /** The worked example C of Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011). */
    private static final List<String> KRIPPENDORFF =
            List.of("123321412...", "1233224125.3", ".3332342251.", "12332441251.");

    @Test
    void measuresAgreementAsPublished() {
        List<ScoreSheet> sheets = new ArrayList<>();
        for (int judge = 0; judge < KRIPPENDORFF.size(); judge++) {
            for (int unit = 0; unit < KRIPPENDORFF.get(judge).length(); unit++) {
                char value = KRIPPENDORFF.get(judge).charAt(unit);
                if (value != '.') {
                    sheets.add(sheet("u" + unit, "j" + judge, String.valueOf(value)));
                }
            }
        }

        PanelReport report = PanelReport.of(ScoreTable.of(ONE, sheets));

        assertThat(rounded(report.interval())).isEqualTo("0.849");
        assertThat(rounded(report.ordinal())).isEqualTo("0.815");
        assertThat(report.byCriterion()).containsEntry("content", report.interval());
    }

    @Test
    void saysWhereAgreementIsUndefined() {
        PanelReport alone = PanelReport.of(table(sheet("a", "j1", "5"), sheet("b", "j2", "7")));
        assertThat(alone.interval()).isEqualTo(new Undefined(Reason.NOTHING_TO_COMPARE));
        PanelReport flat = PanelReport.of(
                table(sheet("a", "j1", "5"), sheet("a", "j2", "5.0"), sheet("b", "j1", "5"), sheet("b", "j2", "5.00")));
        assertThat(flat.ordinal()).isEqualTo(new Undefined(Reason.NO_VARIATION));
        PanelReport none = PanelReport.of(ScoreTable.of(ONE, Set.of("a"), List.of(), List.of()));
        assertThat(none.interval()).isEqualTo(new Undefined(Reason.NOTHING_TO_COMPARE));
        assertThat(none.judges()).isEmpty();
    }

    @Test
    void givesOneForPerfectAgreement() {
        PanelReport report = PanelReport.of(
                table(sheet("a", "j1", "5"), sheet("a", "j2", "5"), sheet("b", "j1", "7"), sheet("b", "j2", "7")));

        assertThat(report.interval()).isEqualTo(new Measured(new BigDecimal("1.000000")));
    }

    @Test
    void putsJudgesBesideTheirColleagues() {
        // Harsh gives two points less throughout, flat gives everything the same, and contrary turns the order round.
        List<ScoreSheet> sheets = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String entry = "e" + i;
            sheets.add(sheet(entry, "fair1", Integer.toString(20 + i)));
            sheets.add(sheet(entry, "fair2", Integer.toString(20 + i)));
            sheets.add(sheet(entry, "harsh", Integer.toString(18 + i)));
            sheets.add(sheet(entry, "flat", "30"));
            sheets.add(sheet(entry, "contrary", Integer.toString(40 - i)));
        }

        Map<String, JudgeProfile> judges = new java.util.HashMap<>();
        PanelReport.of(ScoreTable.of(ONE, sheets)).judges().forEach(judge -> judges.put(judge.judge(), judge));

        assertThat(judges.get("harsh").severity())
                .isGreaterThan(judges.get("fair1").severity());
        assertThat(judges.get("harsh").agreement().orElseThrow()).isGreaterThan(new BigDecimal("0.9"));
        assertThat(judges.get("flat").spread()).contains(new BigDecimal("0.000"));
        assertThat(judges.get("flat").agreement()).isEmpty();
        assertThat(judges.get("contrary").agreement().orElseThrow()).isNegative();
        assertThat(judges.get("fair1").sheets()).isEqualTo(20);
    }

    @Test
    void pointsToTheSheetThatNothingExplains() {
        List<ScoreSheet> sheets = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            for (int judge = 0; judge < 4; judge++) {
                int score = 50 + 2 * i + judge + (i * 7 + judge * 5) % 3;
                boolean slip = i == 3 && judge == 2;
                sheets.add(sheet("e" + i, "j" + judge, Integer.toString(slip ? 6 : score)));
            }
        }

        List<SheetToReview> toReview =
                PanelReport.of(ScoreTable.of(ONE, sheets)).sheetsToReview();

        assertThat(toReview.get(0).entry()).isEqualTo("e3");
        assertThat(toReview.get(0).judge()).isEqualTo("j2");
        assertThat(toReview.get(0).difference()).isLessThan(new BigDecimal("-20"));
    }

    @Test
    void warnsWhereMethodsDisagreeAtTheLine() {
        ScoreTable table = table(
                sheet("a", "j1", "9"),
                sheet("a", "j2", "9"),
                sheet("a", "j3", "1"),
                sheet("b", "j1", "7"),
                sheet("b", "j2", "7"),
                sheet("b", "j3", "7"));
        RankingRule rule = RankingRule.of(new Mean(), 2);

        List<CutLine.Disagreement> disagreements =
                CutLine.disagreements(table, rule, List.of(new Median(), new TrimmedMean(1), new Mean()), 1);

        assertThat(disagreements)
                .containsExactly(
                        new CutLine.Disagreement(1, new Median(), Set.of("b"), Set.of("a")),
                        new CutLine.Disagreement(1, new TrimmedMean(1), Set.of("b"), Set.of("a")));
        assertThat(CutLine.disagreements(table, rule, List.of(new Median()), 2)).isEmpty();
    }

    @Test
    void namesWhoIsTiedAtTheLine() {
        Ranking ranking = RankingEngine.rank(
                table(sheet("a", "j", "9"), sheet("b", "j", "8"), sheet("c", "j", "8"), sheet("d", "j", "1")),
                RankingRule.of(new Mean(), 2));

        assertThat(CutLine.tied(ranking, 2)).containsExactlyInAnyOrder("b", "c");
        assertThat(CutLine.tied(ranking, 1)).isEmpty();
        assertThat(CutLine.tied(ranking, 3)).isEmpty();
        assertThat(CutLine.tied(ranking, 9)).isEmpty();
    }

    @Test
    void narrowsTheRankOfAClearWinner() {
        List<ScoreSheet> sheets = new ArrayList<>();
        for (int judge = 0; judge < 5; judge++) {
            sheets.add(sheet("clear", "j" + judge, "9"));
            sheets.add(sheet("x", "j" + judge, judge % 2 == 0 ? "7" : "5"));
            sheets.add(sheet("y", "j" + judge, judge % 2 == 0 ? "5" : "7"));
        }

        Map<String, RankInterval> intervals =
                RankBootstrap.intervals(ScoreTable.of(ONE, sheets), RankingRule.of(new Mean(), 2), 200, 1);

        assertThat(intervals.get("clear")).isEqualTo(new RankInterval(1, 1));
        assertThat(intervals.get("x")).isEqualTo(new RankInterval(2, 3));
        assertThat(intervals.get("y")).isEqualTo(new RankInterval(2, 3));
    }

    private static String rounded(Agreement agreement) {
        return ((Measured) agreement)
                .alpha()
                .setScale(3, java.math.RoundingMode.HALF_UP)
                .toString();
    }

    private static ScoreTable table(ScoreSheet... sheets) {
        return ScoreTable.of(ONE, List.of(sheets));
    }
}
