package org.lecturehalls.sessions.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.lecturehalls.sessions.calendar.Recurrence.Rhythm;

class RecurrenceTest {

    private static final LocalDate SATURDAY = LocalDate.of(2026, 5, 9);

    @Test
    void fallsOnEveryMarketDay() {
        var rule = new Recurrence(Rhythm.DAILY, 3, Set.of(), SATURDAY, LocalDate.of(2026, 5, 18), null);

        assertThat(rule.days())
                .containsExactly(SATURDAY, SATURDAY.plusDays(3), SATURDAY.plusDays(6), SATURDAY.plusDays(9));
    }

    @Test
    void leavesOutMonthsWithoutTheDay() {
        var rule = new Recurrence(Rhythm.MONTHLY_ON_DATE, 1, Set.of(), LocalDate.of(2026, 1, 31), null, 3);

        assertThat(rule.days())
                .containsExactly(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 3, 31), LocalDate.of(2026, 5, 31));
    }

    @Test
    void keepsTheSecondSaturday() {
        var rule = new Recurrence(Rhythm.MONTHLY_ON_WEEKDAY, 1, Set.of(), SATURDAY, null, 3);

        assertThat(rule.days()).containsExactly(SATURDAY, LocalDate.of(2026, 6, 13), LocalDate.of(2026, 7, 11));
    }

    @Test
    void needsAnEnd() {
        assertThatThrownBy(() -> new Recurrence(Rhythm.DAILY, 1, Set.of(), SATURDAY, null, null))
                .hasMessageContaining("end");
    }

    @Test
    void endsEvenWhenNoMonthHasTheDay() {
        var rule = new Recurrence(
                Rhythm.MONTHLY_ON_DATE, 12, Set.of(), LocalDate.of(2024, 2, 29), LocalDate.of(2099, 1, 1), null);

        assertThat(rule.days()).containsExactly(LocalDate.of(2024, 2, 29));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void agreesWithAnotherReaderOfTheStandard(
            @ForAll("rhythms") Rhythm rhythm,
            @ForAll @IntRange(min = 1, max = 6) int every,
            @ForAll Set<DayOfWeek> weekdays,
            @ForAll @IntRange(max = 1500) int offset,
            @ForAll @IntRange(min = 1, max = 20) int count) {
        var from = LocalDate.of(2025, 1, 1).plusDays(offset);
        var rule = new Recurrence(rhythm, every, weekdays, from, null, count);

        var ours = rule.days().toList();

        assertThat(ours).isEqualTo(others(rule).stream().limit(ours.size()).toList());
        assertThat(ours).hasSizeLessThanOrEqualTo(count).doesNotHaveDuplicates().isSorted();
    }

    @Provide
    Arbitrary<Rhythm> rhythms() {
        return Arbitraries.of(EnumSet.allOf(Rhythm.class));
    }

    /** The same rule, read by ical4j. */
    private static List<LocalDate> others(Recurrence rule) {
        var recur = new Recur<LocalDate>("FREQ=" + frequency(rule) + ";INTERVAL=" + rule.every() + ";WKST=MO");
        return recur.getDates(rule.from(), rule.from(), rule.from().plusYears(4));
    }

    private static String frequency(Recurrence rule) {
        var from = rule.from();
        var days = rule.weekdays().isEmpty() ? Set.of(from.getDayOfWeek()) : new TreeSet<>(rule.weekdays());
        var names = days.stream().map(day -> day.name().substring(0, 2)).collect(Collectors.joining(","));
        return switch (rule.rhythm()) {
            case DAILY -> "DAILY";
            case WEEKLY -> "WEEKLY;BYDAY=" + names;
            case MONTHLY_ON_DATE -> "MONTHLY;BYMONTHDAY=" + from.getDayOfMonth();
            case MONTHLY_ON_WEEKDAY ->
                "MONTHLY;BYDAY=" + ((from.getDayOfMonth() - 1) / 7 + 1)
                        + from.getDayOfWeek().name().substring(0, 2);
        };
    }
}
