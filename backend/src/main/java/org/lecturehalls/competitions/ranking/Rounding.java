package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How scores are rounded.
 *
 * @param scale digits after the decimal point, 0 to 12
 * @param mode what happens to the rest
 */
public record Rounding(int scale, RoundingMode mode) {

    public Rounding {
        if (scale < 0 || scale > 12) {
            throw new IllegalArgumentException("The scale must be 0 to 12 digits");
        }
    }

    public static Rounding halfUp(int scale) {
        return new Rounding(scale, RoundingMode.HALF_UP);
    }

    BigDecimal round(BigDecimal value) {
        return value.setScale(scale, mode);
    }

    BigDecimal round(Ratio value) {
        return value.numerator().divide(BigDecimal.valueOf(value.denominator()), scale, mode);
    }
}
