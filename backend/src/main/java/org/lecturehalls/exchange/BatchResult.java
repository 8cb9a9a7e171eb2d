package org.lecturehalls.exchange;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.lecturehalls.platform.FieldProblem;

/** What became of some rows. */
record BatchResult(long rows, long created, long changed, long same, List<ImportProblem> problems) {

    /** @param outcomes one for each row that has an input, in order */
    static <I> BatchResult of(String importId, List<ParsedRow<I>> rows, List<RowOutcome> outcomes) {
        Iterator<RowOutcome> outcome = outcomes.iterator();
        List<ImportProblem> problems = new ArrayList<>();
        long[] counts = new long[RowOutcome.Effect.values().length];
        for (ParsedRow<I> row : rows) {
            RowOutcome own = row.input() == null ? RowOutcome.refused(row.problems()) : outcome.next();
            counts[own.effect().ordinal()]++;
            int place = 0;
            for (FieldProblem problem : own.problems()) {
                String value = row.cells().getOrDefault(problem.field(), "");
                problems.add(ImportProblem.of(importId, row.number(), place++, problem, value));
            }
        }
        return new BatchResult(
                rows.size(),
                counts[RowOutcome.Effect.CREATED.ordinal()],
                counts[RowOutcome.Effect.CHANGED.ordinal()],
                counts[RowOutcome.Effect.SAME.ordinal()],
                problems);
    }
}
