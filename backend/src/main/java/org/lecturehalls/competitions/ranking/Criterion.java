package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;

/**
 * One thing that judges score.
 *
 * @param id names the criterion on score sheets
 * @param weight what a point counts; zero or more
 */
public record Criterion(String id, BigDecimal weight) {

    public Criterion {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A criterion needs an id");
        }
        if (weight.signum() < 0) {
            throw new IllegalArgumentException("The weight of " + id + " is below zero");
        }
    }
}
