package org.lecturehalls.competitions.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Shows where another method would have let others through, before somebody is told that they just missed it. */
public final class CutLine {

    private CutLine() {}

    /**
     * A method that disagrees at a line.
     *
     * @param places how many entries the line lets through
     * @param method the method
     * @param wouldLose the entries that the rule lets through and the method does not
     * @param wouldWin the entries that the method lets through and the rule does not
     */
    public record Disagreement(int places, RankingMethod method, Set<String> wouldLose, Set<String> wouldWin) {}

    /**
     * The methods that disagree with the rule about who is among the first.
     *
     * @param places how many entries the line lets through; those that share a rank at the line all pass
     */
    public static List<Disagreement> disagreements(
            ScoreTable table, RankingRule rule, List<RankingMethod> methods, int places) {
        Set<String> through = RankingEngine.rank(table, rule).top(places);
        List<Disagreement> disagreements = new ArrayList<>();
        for (RankingMethod method : methods) {
            Set<String> other =
                    RankingEngine.rank(table, rule.withMethod(method)).top(places);
            if (!other.equals(through)) {
                disagreements.add(new Disagreement(places, method, less(through, other), less(other, through)));
            }
        }
        return disagreements;
    }

    /** The entries that share the rank at the line, when they are more than it has places for. */
    public static Set<String> tied(Ranking ranking, int places) {
        if (ranking.top(places).size() <= places) {
            return Set.of();
        }
        Set<String> tied = new TreeSet<>(ranking.top(places));
        int last = ranking.entries().get(places - 1).rank();
        tied.removeAll(ranking.top(last - 1));
        return tied;
    }

    private static Set<String> less(Set<String> from, Set<String> without) {
        Set<String> rest = new TreeSet<>(from);
        rest.removeAll(without);
        return rest;
    }
}
