package org.lecturehalls.competitions.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.ranking.Criterion;
import org.lecturehalls.competitions.ranking.Deduction;
import org.lecturehalls.competitions.ranking.Ranking;
import org.lecturehalls.competitions.ranking.RankingEngine;
import org.lecturehalls.competitions.ranking.RankingRule;
import org.lecturehalls.competitions.ranking.Rubric;
import org.lecturehalls.competitions.ranking.ScoreSheet;
import org.lecturehalls.competitions.ranking.ScoreTable;
import org.lecturehalls.competitions.ranking.VoteShare;

/** Goes through a contest's log once more and makes each published ranking again from the lines before it. */
public final class ContestReplay {

    private final Map<String, ScoreSheet> sheets = new TreeMap<>();
    private final Map<String, Map<String, BigDecimal>> deductions = new TreeMap<>();
    private final Map<String, Set<String>> judges = new TreeMap<>();
    private final List<Rebuilt> rebuilt = new ArrayList<>();
    private @Nullable Rubric rubric;
    private final Map<String, Long> votes = new TreeMap<>();
    private @Nullable RankingRule rule;
    private BigDecimal fullMarks = BigDecimal.ZERO;
    private int votePercent;

    /**
     * A published ranking, made again.
     *
     * @param seq the line that published it
     * @param ranking as it follows from the lines before
     * @param differences from what was published, naming the entry; empty when there are none
     */
    public record Rebuilt(long seq, Ranking ranking, List<String> differences) {}

    /** @throws IllegalArgumentException when the line cannot follow on the lines before */
    void take(LogLine line) {
        LogData data = new LogData(line.data());
        switch (line.kind()) {
            case LogKind.FROZEN -> freeze(data);
            case LogKind.SHEET_SUBMITTED -> submit(data, line.seq());
            case LogKind.SHEET_REOPENED -> sheets.remove(sheet(data));
            case LogKind.RECUSED -> judgesOf(data).remove(data.text("judge"));
            case LogKind.JUDGE_ADDED -> judgesOf(data).add(data.text("judge"));
            case LogKind.DEDUCTED -> deduct(data);
            case LogKind.DEDUCTION_LIFTED -> lift(data);
            case LogKind.EXCLUDED -> judges.remove(data.text("entry"));
            case LogKind.VOTES_COUNTED -> count(data);
            case LogKind.PUBLISHED -> publish(data, line.seq());
            default -> {
                // Says who did what; it changes no number.
            }
        }
    }

    List<Rebuilt> rebuilt() {
        return List.copyOf(rebuilt);
    }

    private void freeze(LogData data) {
        rubric = new Rubric(data.objects("rubric").stream()
                .map(each -> new Criterion(each.text("id"), new BigDecimal(each.text("weight"))))
                .toList());
        rule = RuleText.rule(data.object("rule"));
        votePercent =
                data.object("rule").has("votePercent") ? data.object("rule").number("votePercent") : 0;
        fullMarks = votePercent == 0 ? BigDecimal.ZERO : fullMarks(data);
        judges.clear();
        data.objects("entries").forEach(each -> judges.put(each.text("id"), new HashSet<>(each.texts("judges"))));
        sheets.clear();
    }

    /** What the votes are measured by; where they do not count, no line needs to tell it. */
    private static BigDecimal fullMarks(LogData data) {
        return data.objects("rubric").stream()
                .map(each -> new BigDecimal(each.text("weight")).multiply(new BigDecimal(each.text("max"))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Before judging starts nobody's panel is known yet; the line that starts it tells them all. */
    private Set<String> judgesOf(LogData data) {
        return judges.getOrDefault(data.text("entry"), new HashSet<>());
    }

    private void submit(LogData data, long seq) {
        Map<String, BigDecimal> scores = new HashMap<>();
        data.object("scores")
                .map()
                .forEach((criterion, score) -> scores.put((String) criterion, new BigDecimal((String) score)));
        ScoreSheet sheet = new ScoreSheet(data.text("entry"), data.text("judge"), scores);
        if (sheets.putIfAbsent(sheet(data), sheet) != null) {
            throw new IllegalArgumentException("line " + seq + " submits a sheet that was submitted before");
        }
    }

    private static String sheet(LogData data) {
        return data.text("entry") + ":" + data.text("judge");
    }

    private void deduct(LogData data) {
        deductions
                .computeIfAbsent(data.text("entry"), entry -> new LinkedHashMap<>())
                .put(data.text("deduction"), new BigDecimal(data.text("points")));
    }

    private void lift(LogData data) {
        Map<String, BigDecimal> ofEntry = deductions.get(data.text("entry"));
        if (ofEntry != null) {
            ofEntry.remove(data.text("deduction"));
        }
    }

    private void count(LogData data) {
        votes.clear();
        LogData counted = data.object("votes");
        counted.map().keySet().forEach(entry -> votes.put((String) entry, (long) counted.number((String) entry)));
    }

    private void publish(LogData data, long seq) {
        if (rubric == null || rule == null) {
            throw new IllegalArgumentException("a ranking was published before its rule was frozen");
        }
        List<Deduction> points = new ArrayList<>();
        deductions.forEach((entry, each) -> each.values().stream()
                .filter(p -> judges.containsKey(entry))
                .forEach(p -> points.add(new Deduction(entry, p))));
        List<ScoreSheet> counted = sheets.values().stream()
                .filter(sheet -> judges.getOrDefault(sheet.entry(), Set.of()).contains(sheet.judge()))
                .toList();
        VoteShare vote = votePercent == 0 ? null : new VoteShare(votePercent, fullMarks, votes);
        Ranking ranking = RankingEngine.rank(
                ScoreTable.of(rubric, judges.keySet(), counted, points).with(vote), rule);
        rebuilt.add(new Rebuilt(seq, ranking, differences(seq, published(data), places(ranking))));
    }

    private static Map<String, String> published(LogData data) {
        Map<String, String> places = new TreeMap<>();
        data.objects("ranking")
                .forEach(each -> places.put(each.text("entry"), each.number("rank") + " " + each.text("score")));
        return places;
    }

    private static Map<String, String> places(Ranking ranking) {
        Map<String, String> places = new TreeMap<>();
        ranking.entries()
                .forEach(each -> places.put(
                        each.entry(), each.rank() + " " + each.score().toPlainString()));
        return places;
    }

    private static List<String> differences(long seq, Map<String, String> published, Map<String, String> made) {
        Set<String> all = new HashSet<>(published.keySet());
        all.addAll(made.keySet());
        return all.stream()
                .filter(entry -> !published.getOrDefault(entry, "").equals(made.getOrDefault(entry, "")))
                .sorted()
                .map(entry -> "line %d: entry %s was published as \"%s\" and the log makes it \"%s\""
                        .formatted(seq, entry, published.getOrDefault(entry, ""), made.getOrDefault(entry, "")))
                .toList();
    }
}
