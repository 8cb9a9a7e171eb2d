package org.lecturehalls.competitions.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lecturehalls.competitions.ranking.Average.Averaged;

/** Averages the weighted totals of the complete sheets and rounds once. */
record SheetScoring(Average average, Rounding rounding) implements Scoring {

    @Override
    public Map<String, Outcome> score(ScoreTable table) {
        Map<String, Averaged> averages = average.of(table.totals());
        Map<String, Outcome> outcomes = new TreeMap<>();
        for (String entry : table.entries()) {
            List<Note> notes = incompleteSheets(table, entry);
            Averaged averaged = averages.get(entry);
            outcomes.put(entry, averaged == null ? none(notes) : scored(averaged, notes));
        }
        return outcomes;
    }

    private Outcome scored(Averaged averaged, List<Note> notes) {
        averaged.remarks().forEach(code -> notes.add(new Note(code, "")));
        return new Outcome.Scored(rounding.round(averaged.value()), notes);
    }

    private static Outcome none(List<Note> notes) {
        notes.add(new Note(Note.Code.NO_SHEETS, ""));
        return new Outcome.NotScored(notes);
    }

    /** The sheets that have no total, so that nobody wonders where they went. */
    static List<Note> incompleteSheets(ScoreTable table, String entry) {
        List<Note> notes = new ArrayList<>();
        for (ScoreSheet sheet : table.sheets(entry)) {
            if (sheet.total(table.rubric()).isEmpty()) {
                notes.add(new Note(Note.Code.INCOMPLETE_SHEET, sheet.judge()));
            }
        }
        return notes;
    }
}
