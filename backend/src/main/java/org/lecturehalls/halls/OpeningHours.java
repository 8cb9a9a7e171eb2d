package org.lecturehalls.halls;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** One stretch of opening time on one day of the week, in the city's own time. */
record OpeningHours(
        @NotNull DayOfWeek day,
        @NotNull LocalTime opens,
        @NotNull LocalTime closes) {

    private static final String DAYS = "一二三四五六日";

    @AssertTrue
    @SuppressWarnings({"unused", "ConstantValue"})
    boolean isForwards() {
        return isMissing(opens) || isMissing(closes) || opens.isBefore(closes);
    }

    /** Validation sees values that callers left out. */
    private static boolean isMissing(@Nullable Object value) {
        return value == null;
    }

    /** As in a cell: {@code 周一 08:30-12:00}. */
    String text() {
        return "周" + DAYS.charAt(day.getValue() - 1) + " " + opens + "-" + closes;
    }

    /** @throws IllegalArgumentException when the text is not of the form of {@link #text()} */
    static OpeningHours parse(String text) {
        String[] parts = text.split("\\s+");
        int day = parts.length == 2 && parts[0].startsWith("周") ? DAYS.indexOf(parts[0].substring(1)) : -1;
        String[] times = parts.length == 2 ? parts[1].split("[-~－—]") : parts;
        if (day < 0 || times.length != 2 || parts[0].length() != 2) {
            throw new IllegalArgumentException(text);
        }
        return new OpeningHours(DayOfWeek.of(day + 1), time(times[0]), time(times[1]));
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }
}
