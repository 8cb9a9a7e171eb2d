package org.lecturehalls.competitions.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The bootstrap interval of each rank (Efron, "Bootstrap Methods", Annals of Statistics 7, 1979): panels are drawn from
 * the judges, each as often as chance will have it, and ranked by the same rule; the interval holds the middle nine
 * tenths of the ranks. Judges are drawn whole, since a judge's scores hang together. An entry none of whose judges was
 * drawn keeps its own sheets.
 */
public final class RankBootstrap {

    private static final double TAIL = 0.05;

    private RankBootstrap() {}

    /**
     * Answers the interval of each ranked entry.
     *
     * @param draws how many panels are drawn
     * @param seed the same seed draws the same panels
     */
    public static SortedMap<String, RankInterval> intervals(ScoreTable table, RankingRule rule, int draws, long seed) {
        List<List<ScoreSheet>> byJudge = byJudge(table);
        Random random = new Random(seed);
        Map<String, int[]> ranks = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (int draw = 0; draw < draws; draw++) {
            for (RankedEntry each :
                    RankingEngine.rank(drawn(table, byJudge, random), rule).entries()) {
                int count = counts.merge(each.entry(), 1, Integer::sum);
                ranks.computeIfAbsent(each.entry(), entry -> new int[draws])[count - 1] = each.rank();
            }
        }
        SortedMap<String, RankInterval> intervals = new TreeMap<>();
        ranks.forEach((entry, all) ->
                intervals.put(entry, interval(Arrays.copyOf(all, counts.getOrDefault(entry, 0)))));
        return intervals;
    }

    private static List<List<ScoreSheet>> byJudge(ScoreTable table) {
        SortedMap<String, List<ScoreSheet>> byJudge = new TreeMap<>();
        for (ScoreSheet sheet : table.sheets()) {
            byJudge.computeIfAbsent(sheet.judge(), judge -> new ArrayList<>()).add(sheet);
        }
        return List.copyOf(byJudge.values());
    }

    private static ScoreTable drawn(ScoreTable table, List<List<ScoreSheet>> byJudge, Random random) {
        List<ScoreSheet> sheets = new ArrayList<>();
        Set<String> covered = new HashSet<>();
        for (int seat = 0; seat < byJudge.size(); seat++) {
            String judge = "seat " + seat;
            for (ScoreSheet sheet : byJudge.get(random.nextInt(byJudge.size()))) {
                covered.add(sheet.entry());
                sheets.add(new ScoreSheet(sheet.entry(), judge, sheet.scores()));
            }
        }
        table.entries().stream()
                .filter(entry -> !covered.contains(entry))
                .forEach(entry -> sheets.addAll(table.sheets(entry)));
        return table.with(sheets);
    }

    private static RankInterval interval(int[] ranks) {
        Arrays.sort(ranks);
        int cut = (int) Math.floor(TAIL * ranks.length);
        return new RankInterval(ranks[cut], ranks[ranks.length - 1 - cut]);
    }
}
