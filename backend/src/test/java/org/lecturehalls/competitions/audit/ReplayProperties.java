package org.lecturehalls.competitions.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lecturehalls.competitions.ranking.Criterion;
import org.lecturehalls.competitions.ranking.Deduction;
import org.lecturehalls.competitions.ranking.Ranking;
import org.lecturehalls.competitions.ranking.RankingEngine;
import org.lecturehalls.competitions.ranking.RankingRule;
import org.lecturehalls.competitions.ranking.RankingRule.Basis;
import org.lecturehalls.competitions.ranking.Rounding;
import org.lecturehalls.competitions.ranking.Rubric;
import org.lecturehalls.competitions.ranking.ScoreSheet;
import org.lecturehalls.competitions.ranking.ScoreTable;
import org.lecturehalls.competitions.ranking.VoteShare;

/** Random contests, kept live and logged at once. */
class ReplayProperties {

    private static final String TIME = "2026-05-01T08:00:00Z";
    private static final List<String> METHODS =
            List.of("MEAN", "TRIMMED_MEAN", "MEDIAN", "JUDGE_ADJUSTED", "BORDA", "BRADLEY_TERRY");

    @Property(tries = 150)
    void replayMakesOfTheLogWhatWasRankedLive(@ForAll long seed) {
        Contest contest = new Contest(new Random(seed));
        Ranking live = contest.run();

        LogCheck check = LogCheck.of(contest.lines);

        assertThat(check.problems()).isEmpty();
        assertThat(check.rankings()).hasSize(1);
        assertThat(check.rankings().get(0).ranking()).isEqualTo(live);
    }

    @Property(tries = 150)
    void aChangedByteAnywhereIsFoundAndItsLineNamed(@ForAll long seed) {
        Random random = new Random(seed);
        Contest contest = new Contest(random);
        contest.run();
        int number = random.nextInt(contest.lines.size());
        String line = contest.lines.get(number);
        int at = random.nextInt(line.length());
        char other = line.charAt(at) == '7' ? '8' : '7';
        contest.lines.set(number, line.substring(0, at) + other + line.substring(at + 1));

        LogCheck check = LogCheck.of(contest.lines);

        assertThat(check.sound()).isFalse();
        assertThat(check.problems().get(0)).startsWith("line " + (number + 1) + ":");
    }

    /** What happens in judging, in the order of chance. */
    private static final class Contest {

        private final List<String> lines = new ArrayList<>();
        private final Random random;
        private final Rubric rubric =
                new Rubric(List.of(new Criterion("c1", new BigDecimal("1.5")), new Criterion("c2", BigDecimal.ONE)));
        private final Map<String, List<String>> panels = new TreeMap<>();
        private final Map<String, ScoreSheet> sheets = new TreeMap<>();
        private final Map<String, BigDecimal> deductions = new TreeMap<>();
        private final String method;
        private final int votePercent;

        Contest(Random random) {
            this.random = random;
            this.method = METHODS.get(random.nextInt(METHODS.size()));
            this.votePercent = random.nextBoolean() ? 0 : 1 + random.nextInt(10);
            for (int entry = 0; entry < 2 + random.nextInt(6); entry++) {
                List<String> judges = new ArrayList<>();
                for (int judge = 0; judge < 4; judge++) {
                    if (judge < 2 || random.nextBoolean()) {
                        judges.add("j" + judge);
                    }
                }
                panels.put("e" + entry, judges);
            }
        }

        Ranking run() {
            freeze();
            panels.forEach((entry, judges) -> List.copyOf(judges).forEach(judge -> submit(entry, judge)));
            for (int step = 0; step < 12; step++) {
                step("e" + random.nextInt(panels.size() + 1));
            }
            return publish();
        }

        private void step(String entry) {
            if (!panels.containsKey(entry) || panels.get(entry).isEmpty()) {
                return;
            }
            String judge =
                    panels.get(entry).get(random.nextInt(panels.get(entry).size()));
            switch (random.nextInt(5)) {
                case 0 -> {
                    log(LogKind.SHEET_REOPENED, Map.of("entry", entry, "judge", judge, "reason", "手误"));
                    submit(entry, judge);
                }
                case 1 -> {
                    log(LogKind.RECUSED, Map.of("entry", entry, "judge", judge, "reason", "认识作者"));
                    panels.get(entry).remove(judge);
                }
                case 2 -> {
                    log(LogKind.DEDUCTED, Map.of("entry", entry, "deduction", "late", "points", "1.5", "reason", "超时"));
                    deductions.put(entry, new BigDecimal("1.5"));
                }
                case 3 -> {
                    log(LogKind.DEDUCTION_LIFTED, Map.of("entry", entry, "deduction", "late", "reason", "误判"));
                    deductions.remove(entry);
                }
                default -> {
                    if (panels.size() > 2) {
                        log(LogKind.EXCLUDED, Map.of("entry", entry, "reason", "抄袭"));
                        panels.remove(entry);
                        deductions.remove(entry);
                    }
                }
            }
        }

        private void freeze() {
            Map<String, Object> rule =
                    RuleText.write(method, 1, Basis.CRITERION, 2, RoundingMode.HALF_UP, List.of("HIGHER_MEDIAN"));
            if (votePercent > 0) {
                rule.put("votePercent", votePercent);
            }
            List<Map<String, Object>> criteria = rubric.criteria().stream()
                    .map(each -> Map.<String, Object>of(
                            "id", each.id(), "weight", each.weight().toPlainString(), "max", "10"))
                    .toList();
            List<Map<String, Object>> entries = new ArrayList<>();
            panels.forEach((entry, judges) -> entries.add(Map.of("id", entry, "judges", List.copyOf(judges))));
            log(LogKind.FROZEN, Map.of("rubric", criteria, "rule", rule, "entries", entries));
        }

        private void submit(String entry, String judge) {
            Map<String, BigDecimal> scores = new TreeMap<>();
            Map<String, String> texts = new TreeMap<>();
            for (Criterion criterion : rubric.criteria()) {
                BigDecimal score = BigDecimal.valueOf(25L * random.nextInt(41), 2);
                scores.put(criterion.id(), score);
                texts.put(criterion.id(), score.toPlainString());
            }
            sheets.put(entry + judge, new ScoreSheet(entry, judge, scores));
            log(LogKind.SHEET_SUBMITTED, Map.of("entry", entry, "judge", judge, "scores", texts));
        }

        private Ranking publish() {
            Map<String, Long> votes = new HashMap<>();
            panels.keySet().forEach(entry -> votes.put(entry, (long) random.nextInt(50)));
            if (votePercent > 0) {
                log(LogKind.VOTES_COUNTED, Map.of("votes", votes));
            }
            Ranking ranking = RankingEngine.rank(table(votes), rule());
            List<Map<String, Object>> places = new ArrayList<>();
            ranking.entries()
                    .forEach(each -> places.add(Map.of(
                            "entry",
                            each.entry(),
                            "rank",
                            each.rank(),
                            "score",
                            each.score().toPlainString())));
            log(LogKind.PUBLISHED, Map.of("ranking", places));
            return ranking;
        }

        private RankingRule rule() {
            return new RankingRule(
                    RuleText.method(method, 1),
                    Basis.CRITERION,
                    Rounding.halfUp(2),
                    List.of(RuleText.tieBreak("HIGHER_MEDIAN")));
        }

        private ScoreTable table(Map<String, Long> votes) {
            List<ScoreSheet> counted = sheets.values().stream()
                    .filter(sheet ->
                            panels.getOrDefault(sheet.entry(), List.of()).contains(sheet.judge()))
                    .toList();
            List<Deduction> off = new ArrayList<>();
            deductions.forEach((entry, points) -> off.add(new Deduction(entry, points)));
            ScoreTable table = ScoreTable.of(rubric, panels.keySet(), counted, off);
            BigDecimal fullMarks = new BigDecimal("25");
            return votePercent == 0 ? table : table.with(new VoteShare(votePercent, fullMarks, votes));
        }

        private void log(String kind, Map<String, ?> data) {
            String previous = lines.isEmpty() ? LogLine.NO_LINE : LogLine.hashOf(lines.get(lines.size() - 1));
            lines.add(LogLine.after(previous, lines.size() + 1L, TIME, "officer", kind, data)
                    .text());
        }
    }
}
