package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.ranking.Agreement;
import org.lecturehalls.competitions.ranking.PanelReport;
import org.lecturehalls.competitions.ranking.RankInterval;

/**
 * How far the scores can be relied on, for the officer.
 *
 * @param interval Krippendorff's alpha of the totals as measures
 * @param ordinal the same of the totals as an order
 * @param byCriterion the same of each criterion as measures
 * @param sheetsToReview sheets that lie far from what the others let expect, the farthest first
 * @param ranks between which ranks an entry would have come with other judges of the same kind, in nine of ten cases
 */
@Schema(name = "PanelReport")
record PanelReportView(
        AgreementView interval,
        AgreementView ordinal,
        Map<String, AgreementView> byCriterion,
        List<JudgeView> judges,
        List<ReviewView> sheetsToReview,
        List<IntervalView> ranks) {

    /** Alpha, or why it cannot be said. */
    @Schema(name = "Agreement")
    record AgreementView(
            @Schema(example = "0.812345") @Nullable String alpha, Agreement.@Nullable Reason undefined) {

        static AgreementView of(Agreement agreement) {
            if (agreement instanceof Agreement.Measured measured) {
                return new AgreementView(measured.alpha().toPlainString(), null);
            }
            return new AgreementView(null, ((Agreement.Undefined) agreement).reason());
        }
    }

    /** @param severity points given less than by others on the same entries */
    @Schema(name = "JudgeProfile")
    record JudgeView(
            String judgeId,
            String name,
            int sheets,
            String severity,
            @Nullable String spread,
            @Nullable String agreement) {}

    /** A sheet to look at again. */
    @Schema(name = "SheetToReview")
    record ReviewView(String entryId, String judgeId, String difference) {}

    /** Between which ranks. */
    @Schema(name = "RankInterval")
    record IntervalView(String entryId, int best, int worst) {}

    static PanelReportView of(Contest contest, PanelReport report, Map<String, RankInterval> intervals) {
        Map<String, String> names = contest.judges().stream().collect(Collectors.toMap(Judge::id, Judge::name));
        Map<String, AgreementView> byCriterion = new TreeMap<>();
        report.byCriterion().forEach((criterion, each) -> byCriterion.put(criterion, AgreementView.of(each)));
        return new PanelReportView(
                AgreementView.of(report.interval()),
                AgreementView.of(report.ordinal()),
                byCriterion,
                report.judges().stream()
                        .map(each -> new JudgeView(
                                each.judge(),
                                names.getOrDefault(each.judge(), ""),
                                each.sheets(),
                                each.severity().toPlainString(),
                                each.spread()
                                        .map(value -> value.toPlainString())
                                        .orElse(null),
                                each.agreement()
                                        .map(value -> value.toPlainString())
                                        .orElse(null)))
                        .toList(),
                report.sheetsToReview().stream()
                        .map(each -> new ReviewView(
                                each.entry(), each.judge(), each.difference().toPlainString()))
                        .toList(),
                intervals.entrySet().stream()
                        .map(each -> new IntervalView(
                                each.getKey(),
                                each.getValue().best(),
                                each.getValue().worst()))
                        .toList());
    }
}
