package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Bradley–Terry model: entry i is put before j with the chance s_i / (s_i + s_j) (Bradley and Terry, "Rank analysis
 * of incomplete block designs", Biometrika 39, 1952). The score is ln s, zero for an average entry.
 *
 * <p>The strengths are the most likely ones, each entry having also been compared once, with an even outcome, to an
 * imagined average entry: without it an entry that always wins would be infinitely strong, and entries that no chain of
 * comparisons connects could not be ranked. {@link BradleyTerryFit} finds them in doubles; scores are
 * cut to digits that do not depend on that before they are rounded.
 */
record BradleyTerryModel(Rounding rounding) implements Scoring {

    private static final int SETTLED_DIGITS = 8;

    @Override
    public Map<String, Outcome> score(ScoreTable table) {
        Map<String, BigDecimal> strengths = logStrengths(Preferences.of(table.totals()));
        Map<String, Outcome> outcomes = new TreeMap<>();
        for (String entry : table.entries()) {
            List<Note> notes = SheetScoring.incompleteSheets(table, entry);
            BigDecimal strength = strengths.get(entry);
            if (strength == null) {
                notes.add(new Note(Note.Code.NOT_COMPARED, ""));
            }
            outcomes.put(
                    entry,
                    strength == null
                            ? new Outcome.NotScored(notes)
                            : new Outcome.Scored(rounding.round(strength), notes));
        }
        return outcomes;
    }

    /** The logarithm of the strength of every entry that was compared with another one. */
    static SortedMap<String, BigDecimal> logStrengths(Preferences preferences) {
        double[] found = BradleyTerryFit.logStrengths(preferences.halfWins());
        SortedMap<String, BigDecimal> logs = new TreeMap<>();
        for (int i = 0; i < found.length; i++) {
            if (compared(preferences.halfWins(), i)) {
                BigDecimal log = BigDecimal.valueOf(found[i]);
                logs.put(preferences.entries().get(i), log.setScale(SETTLED_DIGITS, RoundingMode.HALF_EVEN));
            }
        }
        return logs;
    }

    private static boolean compared(int[][] halfWins, int entry) {
        for (int other = 0; other < halfWins.length; other++) {
            if (halfWins[entry][other] != 0 || halfWins[other][entry] != 0) {
                return true;
            }
        }
        return false;
    }
}
