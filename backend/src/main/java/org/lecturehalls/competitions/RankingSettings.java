package org.lecturehalls.competitions;

import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.audit.RuleText;
import org.lecturehalls.competitions.ranking.RankingMethod;
import org.lecturehalls.competitions.ranking.RankingRule;
import org.lecturehalls.competitions.ranking.RankingRule.Basis;
import org.lecturehalls.competitions.ranking.Rounding;

/**
 * How a contest is ranked.
 *
 * @param method how one score is made of what the judges gave
 * @param drop judges dropped at either end by the trimmed mean; zero for the others
 * @param scale digits after the point of scores
 * @param basis whether the method is applied to each criterion or to the totals of sheets
 * @param rounding what happens to further digits
 * @param votePercent what part of the score the vote of the public has; null when it is shown apart
 * @param tieBreaks what decides between equal scores, first things first, in the words of {@link RuleText}
 */
record RankingSettings(
        Method method,
        int drop,
        int scale,
        Basis basis,
        RoundingMode rounding,
        List<String> tieBreaks,
        @Nullable Integer votePercent) {

    enum Method {
        MEAN,
        TRIMMED_MEAN,
        MEDIAN,
        JUDGE_ADJUSTED,
        BORDA,
        BRADLEY_TERRY;

        RankingMethod with(int drop) {
            return RuleText.method(name(), Math.max(1, drop));
        }
    }

    RankingSettings {
        tieBreaks = List.copyOf(tieBreaks);
    }

    RankingRule rule() {
        return new RankingRule(
                method.with(drop),
                basis,
                new Rounding(scale, rounding),
                tieBreaks.stream().map(RuleText::tieBreak).toList());
    }

    Map<String, Object> logged() {
        Map<String, Object> rule = RuleText.write(method.name(), drop, basis, scale, rounding, tieBreaks);
        if (votePercent != null) {
            rule.put("votePercent", votePercent);
        }
        return rule;
    }
}
