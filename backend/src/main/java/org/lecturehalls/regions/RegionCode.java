package org.lecturehalls.regions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Code of an administrative division (GB/T 2260 and its extensions): 2 digits for a province, 4 for a city, 6 for a
 * county, 9 for a township, 12 for a village. A division's code starts with the code of the division it lies in.
 *
 * @param value the digits
 */
public record RegionCode(@JsonValue String value) {

    private static final Pattern DIGITS = Pattern.compile("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}");

    /** @throws IllegalArgumentException when the value is not 2, 4, 6, 9 or 12 digits */
    @JsonCreator
    public RegionCode {
        if (!DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException("A region code has 2, 4, 6, 9 or 12 digits");
        }
    }

    /** Whether the other division is this one or lies inside it. */
    public boolean contains(RegionCode other) {
        return other.value.startsWith(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
