package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lecturehalls.competitions.ranking.Column.Mark;

/**
 * For each of the tied: how many times a judge put it above another of the tied, less how many times below. Judges who
 * saw only one of two say nothing of them.
 */
final class HeadToHead {

    private HeadToHead() {}

    static Map<String, Ratio> among(List<String> tied, Column totals) {
        Map<String, Ratio> values = new TreeMap<>();
        for (String entry : tied) {
            long net = 0;
            for (String other : tied) {
                net += netPreferences(totals, entry, other);
            }
            values.put(entry, Ratio.whole(BigDecimal.valueOf(net)));
        }
        return values;
    }

    private static long netPreferences(Column totals, String entry, String other) {
        Map<String, BigDecimal> others = new TreeMap<>();
        marks(totals, other).forEach(mark -> others.put(mark.judge(), mark.value()));
        long net = 0;
        for (Mark mark : marks(totals, entry)) {
            BigDecimal rival = others.get(mark.judge());
            net += rival == null ? 0 : Integer.signum(mark.value().compareTo(rival));
        }
        return net;
    }

    private static List<Mark> marks(Column totals, String entry) {
        return totals.marks().getOrDefault(entry, List.of());
    }
}
