package org.lecturehalls.competitions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A tier of awards; tiers are given in their order.
 *
 * @param tier what winners read, for example 一等奖
 * @param count how many; null when it is a share
 * @param percent share of the ranked entries, rounded down and at least one; null when it is a count
 * @param perCategory whether each category has that many
 */
record AwardRule(
        String tier, @Nullable Integer count, @Nullable Integer percent, boolean perCategory) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** How many awards there are among so many ranked entries. */
    int places(int ranked) {
        if (count != null) {
            return count;
        }
        int share = percent == null ? 0 : percent;
        BigDecimal exact = BigDecimal.valueOf(ranked).multiply(BigDecimal.valueOf(share));
        int down = exact.divide(HUNDRED, 0, RoundingMode.DOWN).intValue();
        return ranked == 0 ? 0 : Math.max(1, down);
    }
}
