package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lecturehalls.competitions.ranking.Column.Mark;

/** The mean without the {@code drop} highest and the {@code drop} lowest marks; with none dropped, the mean. */
record TrimmedAverage(int drop) implements Average {

    @Override
    public Map<String, Averaged> of(Column column) {
        Map<String, Averaged> averages = new TreeMap<>();
        column.marks().forEach((entry, marks) -> averages.put(entry, average(marks)));
        return averages;
    }

    private Averaged average(List<Mark> marks) {
        if (drop == 0) {
            return Averaged.plain(mean(marks.stream().map(Mark::value).toList()));
        }
        List<BigDecimal> sorted = marks.stream().map(Mark::value).sorted().toList();
        if (sorted.size() <= 2 * drop) {
            return new Averaged(mean(sorted), List.of(Note.Code.NOT_TRIMMED));
        }
        return Averaged.plain(mean(sorted.subList(drop, sorted.size() - drop)));
    }

    static Ratio mean(List<BigDecimal> values) {
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Ratio(sum, values.size());
    }
}
