package org.lecturehalls.sessions.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days a series falls on, the rules of RFC 5545 that halls use.
 *
 * <p>{@code DAILY} with an interval of 3 or 5 is a market day (圩日). A monthly day that a month lacks, such as the 31st or a
 * fifth Saturday, is left out of that month rather than moved.
 *
 * @param every the step in days, weeks or months
 * @param weekdays for {@code WEEKLY}; empty means the weekday of {@code from}
 * @param from the first day that may be an occurrence
 * @param until the last day that may be an occurrence
 * @param count how many occurrences at most
 */
public record Recurrence(
        Rhythm rhythm,
        int every,
        Set<DayOfWeek> weekdays,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable Integer count) {

    /** No series is longer, however it is described. */
    public static final int MOST_OCCURRENCES = 366;

    private static final int MOST_YEARS_AHEAD = 3;

    public enum Rhythm {
        DAILY,
        WEEKLY,
        /** The same day of each month. */
        MONTHLY_ON_DATE,
        /** For example the second Saturday of each month. */
        MONTHLY_ON_WEEKDAY
    }

    public Recurrence {
        weekdays = Set.copyOf(weekdays);
        if (every < 1 || every > 366) {
            throw new IllegalArgumentException("every must lie between 1 and 366");
        }
        if (until == null && count == null) {
            throw new IllegalArgumentException("a series needs an end: until or count");
        }
        if (count != null && (count < 1 || count > MOST_OCCURRENCES)) {
            throw new IllegalArgumentException("count must lie between 1 and " + MOST_OCCURRENCES);
        }
    }

    /** The days in order, at most {@link #MOST_OCCURRENCES}. */
    public Stream<LocalDate> days() {
        var last = from.plusYears(MOST_YEARS_AHEAD);
        var end = until == null || until.isAfter(last) ? last : until;
        Predicate<LocalDate> within = day -> !day.isAfter(end);
        return candidates(end)
                .filter(day -> !day.isBefore(from))
                .takeWhile(within)
                .limit(count == null ? MOST_OCCURRENCES : count);
    }

    private Stream<LocalDate> candidates(LocalDate end) {
        return switch (rhythm) {
            case DAILY -> Stream.iterate(from, day -> day.plusDays(every));
            case WEEKLY -> weeks().flatMap(this::daysOfWeek);
            case MONTHLY_ON_DATE -> months(end).flatMap(this::sameDate);
            case MONTHLY_ON_WEEKDAY -> months(end).flatMap(this::sameWeekday);
        };
    }

    private Stream<LocalDate> weeks() {
        var monday = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(monday, week -> week.plusWeeks(every));
    }

    private Stream<LocalDate> daysOfWeek(LocalDate monday) {
        var days = weekdays.isEmpty() ? Set.of(from.getDayOfWeek()) : weekdays;
        return new TreeSet<>(days).stream().map(day -> monday.plusDays(day.getValue() - 1L));
    }

    private Stream<YearMonth> months(LocalDate end) {
        var first = YearMonth.from(from);
        var months = ChronoUnit.MONTHS.between(first, YearMonth.from(end).plusMonths(1));
        return Stream.iterate(first, month -> month.plusMonths(every)).limit(Math.max(0, (months + every - 1) / every));
    }

    private Stream<LocalDate> sameDate(YearMonth month) {
        return month.isValidDay(from.getDayOfMonth()) ? Stream.of(month.atDay(from.getDayOfMonth())) : Stream.empty();
    }

    private Stream<LocalDate> sameWeekday(YearMonth month) {
        var ordinal = (from.getDayOfMonth() - 1) / 7 + 1;
        var day = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, from.getDayOfWeek()));
        return YearMonth.from(day).equals(month) ? Stream.of(day) : Stream.empty();
    }
}
