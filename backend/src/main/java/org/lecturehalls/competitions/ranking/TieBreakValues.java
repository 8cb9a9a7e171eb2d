package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lecturehalls.competitions.ranking.Average.Averaged;
import org.lecturehalls.competitions.ranking.Column.Mark;
import org.lecturehalls.competitions.ranking.TieBreak.HigherCriterion;
import org.lecturehalls.competitions.ranking.TieBreak.HigherLowestSheet;
import org.lecturehalls.competitions.ranking.TieBreak.HigherMean;
import org.lecturehalls.competitions.ranking.TieBreak.HigherMedian;
import org.lecturehalls.competitions.ranking.TieBreak.SmallerDeduction;

/** What one link of the chain sees in each of the tied; the higher value goes first. */
final class TieBreakValues {

    /** Goes behind everything: who has no complete sheet has nothing to show for it. */
    private static final Ratio NOTHING = Ratio.whole(new BigDecimal("-1E+100"));

    private TieBreakValues() {}

    static Map<String, Ratio> of(TieBreak link, ScoreTable table, List<String> tied) {
        if (link instanceof HigherCriterion criterion) {
            return averages(new TrimmedAverage(0), criterionColumn(table, criterion.criterion()), tied);
        }
        if (link instanceof HigherMean) {
            return averages(new TrimmedAverage(0), table.totals(), tied);
        }
        if (link instanceof HigherMedian) {
            return averages(new MedianAverage(), table.totals(), tied);
        }
        if (link instanceof HigherLowestSheet) {
            return lowest(table.totals(), tied);
        }
        if (link instanceof SmallerDeduction) {
            return deductions(table, tied);
        }
        return HeadToHead.among(tied, table.totals());
    }

    private static Column criterionColumn(ScoreTable table, String id) {
        return table.rubric().criteria().stream()
                .filter(criterion -> criterion.id().equals(id))
                .findFirst()
                .map(table::column)
                .orElseThrow(() -> new IllegalArgumentException("The rubric has no criterion " + id));
    }

    private static Map<String, Ratio> averages(Average average, Column column, List<String> tied) {
        Map<String, Averaged> averages = average.of(column);
        Map<String, Ratio> values = new TreeMap<>();
        for (String entry : tied) {
            Averaged averaged = averages.get(entry);
            values.put(entry, averaged == null ? NOTHING : averaged.value());
        }
        return values;
    }

    private static Map<String, Ratio> lowest(Column totals, List<String> tied) {
        Map<String, Ratio> values = new TreeMap<>();
        for (String entry : tied) {
            List<Mark> marks = totals.marks().getOrDefault(entry, List.of());
            values.put(
                    entry,
                    marks.stream()
                            .map(Mark::value)
                            .min(BigDecimal::compareTo)
                            .map(Ratio::whole)
                            .orElse(NOTHING));
        }
        return values;
    }

    private static Map<String, Ratio> deductions(ScoreTable table, List<String> tied) {
        Map<String, Ratio> values = new TreeMap<>();
        tied.forEach(
                entry -> values.put(entry, Ratio.whole(table.deduction(entry).negate())));
        return values;
    }
}
