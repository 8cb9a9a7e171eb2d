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
 * comparisons connects could not be ranked. They are found by Newman's iteration ("Efficient computation of rankings
 * from pairwise comparisons", Journal of Machine Learning Research 24, 2023), which needs far fewer rounds than the
 * classical one. The arithmetic is in doubles; scores are cut to digits that do not depend on it before rounding.
 */
record BradleyTerryModel(Rounding rounding) implements Scoring {

    private static final int SETTLED_DIGITS = 8;
    private static final double TOLERANCE = 1e-12;
    private static final int MOST_ROUNDS = 10_000;

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
        double[] strengths = strengths(preferences.halfWins());
        SortedMap<String, BigDecimal> logs = new TreeMap<>();
        for (int i = 0; i < strengths.length; i++) {
            if (compared(preferences.halfWins(), i)) {
                BigDecimal log = BigDecimal.valueOf(Math.log(strengths[i]));
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

    private static double[] strengths(int[][] halfWins) {
        int[][] halfLosses = transposed(halfWins);
        double[] strengths = start(halfWins, halfLosses);
        double change = Double.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && change > TOLERANCE; round++) {
            change = 0;
            for (int entry = 0; entry < strengths.length; entry++) {
                double next = next(strengths, entry, halfWins[entry], halfLosses[entry]);
                change = Math.max(change, Math.abs(next / strengths[entry] - 1));
                strengths[entry] = next;
            }
        }
        return strengths;
    }

    private static double next(double[] strengths, int entry, int[] halfWins, int[] halfLosses) {
        double own = strengths[entry];
        double won = 1 / (own + 1);
        double lost = 1 / (own + 1);
        for (int other = 0; other < strengths.length; other++) {
            double share = 1 / (own + strengths[other]);
            won += halfWins[other] * strengths[other] * share;
            lost += halfLosses[other] * share;
        }
        return won / lost;
    }

    /** Wins over losses, which already are the strengths when there is only one comparison each. */
    private static double[] start(int[][] halfWins, int[][] halfLosses) {
        double[] strengths = new double[halfWins.length];
        for (int entry = 0; entry < strengths.length; entry++) {
            double won = 1;
            double lost = 1;
            for (int other = 0; other < strengths.length; other++) {
                won += halfWins[entry][other];
                lost += halfLosses[entry][other];
            }
            strengths[entry] = won / lost;
        }
        return strengths;
    }

    private static int[][] transposed(int[][] matrix) {
        int[][] turned = new int[matrix.length][matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < matrix.length; column++) {
                turned[column][row] = matrix[row][column];
            }
        }
        return turned;
    }
}
