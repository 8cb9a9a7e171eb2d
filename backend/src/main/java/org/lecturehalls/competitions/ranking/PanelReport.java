package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the scores can be relied on, for the officer. Looks at the totals of complete sheets.
 *
 * @param interval agreement when scores are measures
 * @param ordinal agreement when scores are an order only
 * @param byCriterion agreement on each criterion, as measures
 * @param judges by id
 * @param sheetsToReview the farthest off first
 */
public record PanelReport(
        Agreement interval,
        Agreement ordinal,
        Map<String, Agreement> byCriterion,
        List<JudgeProfile> judges,
        List<SheetToReview> sheetsToReview) {

    /** As much doubt about each judge as one sheet removes; see {@link JudgeEffects}. */
    private static final BigDecimal SHRINKAGE = BigDecimal.ONE;

    public static PanelReport of(ScoreTable table) {
        Column totals = table.totals();
        Map<String, Agreement> byCriterion = new LinkedHashMap<>();
        for (Criterion criterion : table.rubric().criteria()) {
            byCriterion.put(criterion.id(), KrippendorffAlpha.interval(table.column(criterion)));
        }
        JudgeEffects effects = JudgeEffects.of(totals, SHRINKAGE);
        return new PanelReport(
                KrippendorffAlpha.interval(totals),
                KrippendorffAlpha.ordinal(totals),
                byCriterion,
                JudgeProfiles.of(totals, effects),
                Residuals.farthest(totals, effects));
    }
}
