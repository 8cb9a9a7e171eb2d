package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;

/** How far judges agree, where that can be said. */
public sealed interface Agreement {

    /**
     * Krippendorff's alpha.
     *
     * @param alpha 1 for agreement in everything, 0 for no more than chance gives, below for less; six digits
     */
    record Measured(BigDecimal alpha) implements Agreement {}

    /** There is nothing to measure, which is neither good nor bad. */
    record Undefined(Reason reason) implements Agreement {}

    /** Why there is nothing to measure. */
    enum Reason {
        /** No entry was scored by two judges. */
        NOTHING_TO_COMPARE,
        /** Every judge gave everything the same. */
        NO_VARIATION
    }
}
