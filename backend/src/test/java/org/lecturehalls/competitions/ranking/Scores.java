package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Short ways to write score sheets down. */
final class Scores {

    private static final List<String> CRITERIA = List.of("content", "voice", "method");

    private Scores() {}

    /** Criteria as {@code id:weight}. */
    static Rubric rubric(String... criteria) {
        List<Criterion> all = new ArrayList<>();
        for (String each : criteria) {
            String[] parts = each.split(":");
            all.add(new Criterion(parts[0], new BigDecimal(parts[1])));
        }
        return new Rubric(all);
    }

    /** A sheet with scores for content, voice and method, in this order; null was not scored. */
    static ScoreSheet sheet(String entry, String judge, String... scores) {
        Map<String, BigDecimal> byCriterion = new LinkedHashMap<>();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] != null) {
                byCriterion.put(CRITERIA.get(i), new BigDecimal(scores[i]));
            }
        }
        return new ScoreSheet(entry, judge, byCriterion);
    }

    static Deduction deduction(String entry, String points) {
        return new Deduction(entry, new BigDecimal(points));
    }
}
