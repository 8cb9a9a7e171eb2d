package org.lecturehalls.competitions;

import org.lecturehalls.competitions.ranking.RankingMethod;
import org.lecturehalls.competitions.ranking.RankingRule;

/**
 * How a contest is ranked.
 *
 * @param method how one score is made of what the judges gave
 * @param drop judges dropped at either end by the trimmed mean; zero for the mean
 * @param scale digits after the point of scores
 */
record RankingSettings(Method method, int drop, int scale) {

    enum Method {
        MEAN,
        TRIMMED_MEAN
    }

    RankingRule rule() {
        RankingMethod by = switch (method) {
            case MEAN -> new RankingMethod.Mean();
            case TRIMMED_MEAN -> new RankingMethod.TrimmedMean(drop);
        };
        return RankingRule.of(by, scale);
    }
}
