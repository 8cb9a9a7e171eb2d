package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lecturehalls.competitions.ranking.BordaCount.Ballot;

/**
 * How often each entry was put before each other one. A judge's equal totals count half a preference either way, so
 * everything is kept in halves.
 */
public final class Preferences {

    private final List<String> entries;
    private final SortedMap<String, Integer> indexes = new TreeMap<>();
    private final int[][] halfWins;

    private Preferences(Iterable<String> entries) {
        entries.forEach(entry -> indexes.put(entry, 0));
        int next = 0;
        for (Map.Entry<String, Integer> each : indexes.entrySet()) {
            each.setValue(next++);
        }
        this.entries = List.copyOf(indexes.keySet());
        this.halfWins = new int[next][next];
    }

    /** No preferences yet. */
    public static Preferences among(Iterable<String> entries) {
        return new Preferences(entries);
    }

    /** What the totals of complete sheets say. */
    static Preferences of(Column totals) {
        Preferences preferences = new Preferences(totals.marks().keySet());
        BordaCount.ballots(totals).values().forEach(preferences::addBallots);
        return preferences;
    }

    /** Adds that somebody preferred one entry to another. */
    public void addPreferred(String better, String worse) {
        halfWins[index(better)][index(worse)] += 2;
    }

    /** Adds that somebody found two entries equal. */
    public void addEqual(String one, String other) {
        halfWins[index(one)][index(other)]++;
        halfWins[index(other)][index(one)]++;
    }

    /** The entries in the order of their ids, which is also that of {@link #halfWins()}. */
    List<String> entries() {
        return entries;
    }

    /** Twice the number of times that the entry of the row was put before that of the column. */
    int[][] halfWins() {
        return halfWins;
    }

    private void addBallots(List<Ballot> ballots) {
        List<Ballot> sorted = ballots.stream()
                .sorted((one, other) -> other.total().compareTo(one.total()))
                .toList();
        int[] order = sorted.stream().mapToInt(ballot -> index(ballot.entry())).toArray();
        int[] level = levels(sorted);
        for (int better = 0; better < order.length; better++) {
            for (int other = better + 1; other < order.length; other++) {
                if (level[better] == level[other]) {
                    halfWins[order[better]][order[other]]++;
                    halfWins[order[other]][order[better]]++;
                } else {
                    halfWins[order[better]][order[other]] += 2;
                }
            }
        }
    }

    private static int[] levels(List<Ballot> sorted) {
        int[] levels = new int[sorted.size()];
        for (int i = 1; i < levels.length; i++) {
            BigDecimal above = sorted.get(i - 1).total();
            levels[i] = levels[i - 1] + (above.compareTo(sorted.get(i).total()) == 0 ? 0 : 1);
        }
        return levels;
    }

    private int index(String entry) {
        Integer index = indexes.get(entry);
        if (index == null) {
            throw new IllegalArgumentException("There is no entry " + entry);
        }
        return index;
    }
}
