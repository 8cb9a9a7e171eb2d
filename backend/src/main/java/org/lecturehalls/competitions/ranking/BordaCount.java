package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.ranking.Column.Mark;

/**
 * Borda's count: from each judge an entry gets a point for every entry put below it and half a point for every equal
 * one (de Borda, "Mémoire sur les élections au scrutin", 1781).
 *
 * <p>A judge who saw m of n entries gives 0 to m - 1 points, which are stretched to 0 to n - 1; the score is the mean
 * over the judges, so that neither small nor many panels are an advantage. With every judge on every entry it is the
 * classical count divided by the number of judges.
 */
record BordaCount(Rounding rounding) implements Scoring {

    private static final MathContext PRECISION = new MathContext(50, RoundingMode.HALF_EVEN);
    private static final int SETTLED_DIGITS = 30;

    @Override
    public Map<String, Outcome> score(ScoreTable table) {
        Column totals = table.totals();
        Map<String, List<BigDecimal>> shares = new TreeMap<>();
        ballots(totals).values().forEach(ballot -> count(ballot, shares));
        BigDecimal rivals = BigDecimal.valueOf(Math.max(0, totals.marks().size() - 1));
        Map<String, Outcome> outcomes = new TreeMap<>();
        for (String entry : table.entries()) {
            List<Note> notes = SheetScoring.incompleteSheets(table, entry);
            outcomes.put(entry, outcome(shares.get(entry), rivals, notes));
        }
        return outcomes;
    }

    private Outcome outcome(@Nullable List<BigDecimal> shares, BigDecimal rivals, List<Note> notes) {
        if (shares == null) {
            notes.add(new Note(Note.Code.NOT_COMPARED, ""));
            return new Outcome.NotScored(notes);
        }
        BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal mean = sum.multiply(rivals).divide(BigDecimal.valueOf(shares.size()), PRECISION);
        return new Outcome.Scored(rounding.round(mean.setScale(SETTLED_DIGITS, RoundingMode.HALF_EVEN)), notes);
    }

    /** What each judge gave to whom. */
    static Map<String, List<Ballot>> ballots(Column totals) {
        Map<String, List<Ballot>> byJudge = new TreeMap<>();
        totals.marks().forEach((entry, marks) -> {
            for (Mark mark : marks) {
                byJudge.computeIfAbsent(mark.judge(), judge -> new ArrayList<>())
                        .add(new Ballot(entry, mark.value()));
            }
        });
        return byJudge;
    }

    /** Adds each entry's share, 0 to 1, of the entries that the judge put below it. */
    private static void count(List<Ballot> ballots, Map<String, List<BigDecimal>> shares) {
        if (ballots.size() < 2) {
            return;
        }
        List<BigDecimal> sorted = ballots.stream().map(Ballot::total).sorted().toList();
        BigDecimal halfPoints = BigDecimal.valueOf(2L * (sorted.size() - 1));
        for (Ballot ballot : ballots) {
            int points = twicePoints(sorted, ballot.total());
            BigDecimal share = BigDecimal.valueOf(points).divide(halfPoints, PRECISION);
            shares.computeIfAbsent(ballot.entry(), entry -> new ArrayList<>()).add(share);
        }
    }

    /** Two for each lower total, one for each other equal one. */
    private static int twicePoints(List<BigDecimal> sorted, BigDecimal total) {
        int lower = firstNotBelow(sorted, total);
        int equal = lower;
        while (equal < sorted.size() && sorted.get(equal).compareTo(total) == 0) {
            equal++;
        }
        return 2 * lower + (equal - lower - 1);
    }

    private static int firstNotBelow(List<BigDecimal> sorted, BigDecimal total) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).compareTo(total) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** One judge's total for one entry. */
    record Ballot(String entry, BigDecimal total) {}
}
