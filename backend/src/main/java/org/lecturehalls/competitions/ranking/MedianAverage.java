package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lecturehalls.competitions.ranking.Column.Mark;

/** The middle mark, or the mean of the two in the middle. */
record MedianAverage() implements Average {

    @Override
    public Map<String, Averaged> of(Column column) {
        Map<String, Averaged> averages = new TreeMap<>();
        column.marks().forEach((entry, marks) -> averages.put(entry, Averaged.plain(median(marks))));
        return averages;
    }

    private static Ratio median(List<Mark> marks) {
        List<BigDecimal> sorted = marks.stream().map(Mark::value).sorted().toList();
        int upper = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? Ratio.whole(sorted.get(upper))
                : new Ratio(sorted.get(upper - 1).add(sorted.get(upper)), 2);
    }
}
