package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;

/**
 * Points taken off an entry's score, for example for running over the time limit.
 *
 * @param entry the entry
 * @param points how many; zero or more
 */
public record Deduction(String entry, BigDecimal points) {

    public Deduction {
        if (points.signum() < 0) {
            throw new IllegalArgumentException("A deduction takes points off, it does not give any: " + entry);
        }
    }
}
