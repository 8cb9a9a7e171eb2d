package org.lecturehalls.competitions.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lecturehalls.competitions.ranking.RankingMethod;
import org.lecturehalls.competitions.ranking.RankingMethod.JudgeAdjusted.Weighting;
import org.lecturehalls.competitions.ranking.RankingRule;
import org.lecturehalls.competitions.ranking.RankingRule.Basis;
import org.lecturehalls.competitions.ranking.Rounding;
import org.lecturehalls.competitions.ranking.TieBreak;

/** A ranking rule in the words of the API and the log. */
public final class RuleText {

    private static final String ADJUSTED = "JUDGE_ADJUSTED";
    private static final String CRITERION = "CRITERION:";

    /** As much doubt about each judge as one sheet removes. */
    private static final BigDecimal SHRINKAGE = BigDecimal.ONE;

    private RuleText() {}

    /** @throws IllegalArgumentException for a name that is none */
    public static RankingMethod method(String name, int drop) {
        return switch (name) {
            case "MEAN" -> new RankingMethod.Mean();
            case "TRIMMED_MEAN" -> new RankingMethod.TrimmedMean(drop);
            case "MEDIAN" -> new RankingMethod.Median();
            case ADJUSTED -> new RankingMethod.JudgeAdjusted(SHRINKAGE);
            case "BORDA" -> new RankingMethod.Borda();
            case "BRADLEY_TERRY" -> new RankingMethod.BradleyTerry();
            default -> throw new IllegalArgumentException("there is no ranking method " + name);
        };
    }

    /** @throws IllegalArgumentException for a name that is none */
    public static TieBreak tieBreak(String name) {
        if (name.startsWith(CRITERION)) {
            return new TieBreak.HigherCriterion(name.substring(CRITERION.length()));
        }
        return switch (name) {
            case "HIGHER_MEAN" -> new TieBreak.HigherMean();
            case "HIGHER_MEDIAN" -> new TieBreak.HigherMedian();
            case "HIGHER_LOWEST_SHEET" -> new TieBreak.HigherLowestSheet();
            case "SMALLER_DEDUCTION" -> new TieBreak.SmallerDeduction();
            case "MORE_OFTEN_PREFERRED" -> new TieBreak.MoreOftenPreferred();
            default -> throw new IllegalArgumentException("there is no tie-break " + name);
        };
    }

    /** The name of a link of the chain, as {@link #tieBreak} takes it. */
    public static String name(TieBreak link) {
        if (link instanceof TieBreak.HigherCriterion higher) {
            return CRITERION + higher.criterion();
        }
        return link.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(java.util.Locale.ROOT);
    }

    /** For the log; {@link #rule} reads it back. */
    public static Map<String, Object> write(
            String method, int drop, Basis basis, int scale, RoundingMode rounding, List<String> tieBreaks) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("method", method);
        rule.put("drop", drop);
        rule.put("basis", basis.name());
        rule.put("scale", scale);
        rule.put("rounding", rounding.name());
        rule.put("tieBreaks", tieBreaks);
        if (method.equals(ADJUSTED)) {
            rule.put("weighting", Weighting.BY_PRECISION.name());
        }
        return rule;
    }

    /** Logs from before judges were weighted say nothing of it, and are ranked as they were then. */
    private static RankingMethod method(LogData data) {
        String name = data.text("method");
        return name.equals(ADJUSTED) && !data.has("weighting")
                ? new RankingMethod.JudgeAdjusted(SHRINKAGE, Weighting.EQUAL)
                : method(name, data.number("drop"));
    }

    static RankingRule rule(LogData data) {
        return new RankingRule(
                method(data),
                Basis.valueOf(data.text("basis")),
                new Rounding(data.number("scale"), RoundingMode.valueOf(data.text("rounding"))),
                data.texts("tieBreaks").stream().map(RuleText::tieBreak).toList());
    }
}
