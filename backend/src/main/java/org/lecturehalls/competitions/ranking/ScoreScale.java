package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The scores that a judge may give for a criterion: from {@code min} to {@code max}, in steps from {@code min} up.
 *
 * @param min the lowest score
 * @param max the highest score, above {@code min}
 * @param step the distance between neighbouring scores, above zero
 */
public record ScoreScale(BigDecimal min, BigDecimal max, BigDecimal step) {

    /** Why a score is not on the scale. */
    public enum Rejection {
        BELOW_MINIMUM,
        ABOVE_MAXIMUM,
        OFF_STEP
    }

    public ScoreScale {
        if (min.compareTo(max) >= 0) {
            throw new IllegalArgumentException("The lowest score must be below the highest");
        }
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("The step must be above zero");
        }
    }

    /** Answers why the score is not on this scale, or nothing when it is. */
    public Optional<Rejection> reject(BigDecimal score) {
        if (score.compareTo(min) < 0) {
            return Optional.of(Rejection.BELOW_MINIMUM);
        }
        if (score.compareTo(max) > 0) {
            return Optional.of(Rejection.ABOVE_MAXIMUM);
        }
        boolean onStep = score.subtract(min).remainder(step).signum() == 0;
        return onStep ? Optional.empty() : Optional.of(Rejection.OFF_STEP);
    }
}
