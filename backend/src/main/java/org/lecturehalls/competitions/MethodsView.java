package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lecturehalls.competitions.RankingSettings.Method;
import org.lecturehalls.competitions.ranking.CutLine;
import org.lecturehalls.competitions.ranking.Ranking;
import org.lecturehalls.competitions.ranking.RankingEngine;
import org.lecturehalls.competitions.ranking.ScoreTable;

/**
 * What every method makes of the same sheets.
 *
 * @param official the method that counts
 * @param entries ranks and scores by method; an entry that a method cannot rank has none
 * @param warnings where another method would let others through a line at which awards end
 * @param ties entries that share the rank at such a line
 */
@Schema(name = "RankingMethods")
record MethodsView(Method official, List<EntryRanks> entries, List<Warning> warnings, List<Tie> ties) {

    /** Places of one entry. */
    @Schema(name = "EntryRanks")
    record EntryRanks(String entryId, Map<Method, RankView> byMethod) {}

    /** A place by one method. */
    @Schema(name = "MethodRank")
    record RankView(int rank, String score) {}

    /** @param places how many the line lets through */
    @Schema(name = "CutLineWarning")
    record Warning(int places, Method method, Set<String> wouldLose, Set<String> wouldWin) {}

    /** Who is tied at a line. */
    @Schema(name = "CutLineTie")
    record Tie(int places, Set<String> entryIds) {}

    static MethodsView of(Contest contest, ScoreTable table) {
        RankingSettings settings = contest.plan().ranking();
        Map<String, Map<Method, RankView>> byEntry = new TreeMap<>();
        table.entries().forEach(entry -> byEntry.put(entry, new EnumMap<>(Method.class)));
        for (Method method : Method.values()) {
            RankingEngine.rank(table, settings.rule().withMethod(method.with(settings.drop())))
                    .entries()
                    .forEach(each -> byEntry.getOrDefault(each.entry(), new EnumMap<>(Method.class))
                            .put(method, new RankView(each.rank(), each.score().toPlainString())));
        }
        Ranking official = RankingEngine.rank(table, settings.rule());
        List<Warning> warnings = new ArrayList<>();
        List<Tie> ties = new ArrayList<>();
        for (int places : Awarding.lines(contest.plan(), official.entries().size())) {
            warnings.addAll(warnings(settings, table, places));
            Set<String> tied = CutLine.tied(official, places);
            if (!tied.isEmpty()) {
                ties.add(new Tie(places, new TreeSet<>(tied)));
            }
        }
        List<EntryRanks> entries = byEntry.entrySet().stream()
                .map(each -> new EntryRanks(each.getKey(), each.getValue()))
                .toList();
        return new MethodsView(settings.method(), entries, warnings, ties);
    }

    private static List<Warning> warnings(RankingSettings settings, ScoreTable table, int places) {
        List<Warning> warnings = new ArrayList<>();
        Arrays.stream(Method.values())
                .filter(method -> method != settings.method())
                .forEach(method -> CutLine.disagreements(
                                table, settings.rule(), List.of(method.with(settings.drop())), places)
                        .forEach(each -> warnings.add(new Warning(places, method, each.wouldLose(), each.wouldWin()))));
        return warnings;
    }
}
