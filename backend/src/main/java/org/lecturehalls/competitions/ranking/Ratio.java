package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;

/**
 * An exact quotient: a mean of decimals seldom is a decimal, and rounding it twice can change the last digit.
 *
 * @param numerator any decimal
 * @param denominator above zero
 */
record Ratio(BigDecimal numerator, long denominator) implements Comparable<Ratio> {

    Ratio {
        if (denominator <= 0) {
            throw new IllegalArgumentException("The denominator must be above zero");
        }
    }

    static Ratio whole(BigDecimal value) {
        return new Ratio(value, 1);
    }

    /** Compares by value, so that 1/2 and 2/4 are the same here although they are not equal. */
    @Override
    public int compareTo(Ratio other) {
        BigDecimal left = numerator.multiply(BigDecimal.valueOf(other.denominator));
        BigDecimal right = other.numerator.multiply(BigDecimal.valueOf(denominator));
        return left.compareTo(right);
    }
}
