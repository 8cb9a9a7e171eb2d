package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lecturehalls.competitions.ranking.Outcome.Scored;
import org.lecturehalls.competitions.ranking.TieBreaker.Place;

/** Ranks a table by a rule. */
public final class RankingEngine {

    private RankingEngine() {}

    /** Ranks all entries of the table; those without a score are listed apart. */
    public static Ranking rank(ScoreTable table, RankingRule rule) {
        Map<String, Outcome> outcomes = Scoring.of(rule).score(table);
        TreeMap<BigDecimal, List<String>> byScore = new TreeMap<>(Comparator.reverseOrder());
        List<UnrankedEntry> unranked = new ArrayList<>();
        outcomes.forEach((entry, outcome) -> {
            if (outcome instanceof Scored scored) {
                BigDecimal score = score(table, rule, entry, scored.score());
                byScore.computeIfAbsent(score, same -> new ArrayList<>()).add(entry);
            } else {
                unranked.add(new UnrankedEntry(entry, table.sheets(entry).size(), outcome.notes()));
            }
        });
        return new Ranking(rule, ranked(byScore, outcomes, new TieBreaker(table, rule.tieBreaks())), unranked);
    }

    /** Methods that only look at who was put before whom give no marks of which the public could have a part. */
    private static BigDecimal score(ScoreTable table, RankingRule rule, String entry, BigDecimal score) {
        VoteShare vote = table.vote();
        BigDecimal deduction = table.deduction(entry);
        return vote == null || !rule.method().givesMarks()
                ? rule.rounding().round(score.subtract(deduction))
                : rule.rounding().round(vote.blend(entry, score, deduction));
    }

    private static List<RankedEntry> ranked(
            Map<BigDecimal, List<String>> byScore, Map<String, Outcome> outcomes, TieBreaker tieBreaker) {
        List<RankedEntry> ranked = new ArrayList<>();
        byScore.forEach((score, tied) -> {
            int before = ranked.size();
            for (Place place : tieBreaker.places(tied)) {
                ranked.add(new RankedEntry(
                        before + place.rank(),
                        place.entry(),
                        score,
                        tieBreaker.sheets(place.entry()),
                        place.decidedBy(),
                        notes(outcomes, place.entry())));
            }
        });
        return ranked;
    }

    private static List<Note> notes(Map<String, Outcome> outcomes, String entry) {
        Outcome outcome = outcomes.get(entry);
        return outcome == null ? List.of() : outcome.notes();
    }
}
