package org.lecturehalls.competitions.ranking.cli;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads decimals as people write them: digits and a point, no exponent and no thousands separators. */
final class DecimalField {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]{1,15}(\\.[0-9]{0,15})?|\\.[0-9]{1,15})");

    private DecimalField() {}

    static Optional<BigDecimal> parse(String field) {
        return DECIMAL.matcher(field).matches() ? Optional.of(new BigDecimal(field)) : Optional.empty();
    }
}
