package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lecturehalls.competitions.ranking.Average.Averaged;

/**
 * Averages each criterion, rounds, multiplies by the weight, rounds again and sums: the sheet that juries keep by hand,
 * so that anybody can check a result with a pocket calculator.
 */
record CriterionScoring(Average average, Rounding rounding) implements Scoring {

    @Override
    public Map<String, Outcome> score(ScoreTable table) {
        Map<Criterion, Map<String, Averaged>> averages = new LinkedHashMap<>();
        for (Criterion criterion : table.rubric().criteria()) {
            averages.put(criterion, average.of(table.column(criterion)));
        }
        Map<String, Outcome> outcomes = new TreeMap<>();
        table.entries().forEach(entry -> outcomes.put(entry, outcome(entry, averages)));
        return outcomes;
    }

    private Outcome outcome(String entry, Map<Criterion, Map<String, Averaged>> averages) {
        BigDecimal sum = rounding.round(BigDecimal.ZERO);
        List<Note> notes = new ArrayList<>();
        boolean complete = true;
        for (Map.Entry<Criterion, Map<String, Averaged>> each : averages.entrySet()) {
            Criterion criterion = each.getKey();
            Averaged averaged = each.getValue().get(entry);
            if (averaged == null) {
                notes.add(new Note(Note.Code.CRITERION_NOT_SCORED, criterion.id()));
                complete = false;
                continue;
            }
            averaged.remarks().forEach(code -> notes.add(new Note(code, criterion.id())));
            BigDecimal rounded = rounding.round(averaged.value());
            sum = sum.add(rounding.round(rounded.multiply(criterion.weight())));
        }
        return complete ? new Outcome.Scored(sum, notes) : new Outcome.NotScored(notes);
    }
}
