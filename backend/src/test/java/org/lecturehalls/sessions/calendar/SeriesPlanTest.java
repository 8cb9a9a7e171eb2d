package org.lecturehalls.sessions.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.lecturehalls.sessions.calendar.Recurrence.Rhythm;
import org.lecturehalls.sessions.calendar.SeriesPlan.Occurrence;

class SeriesPlanTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private final SeriesPlan plan = new SeriesPlan(
            new Recurrence(Rhythm.WEEKLY, 1, Set.of(), FIRST, null, 10),
            LocalTime.of(19, 30),
            Duration.ofMinutes(90),
            Map.of());

    @Test
    void movesOneOccurrenceAndKeepsItsName() {
        var day = FIRST.plusWeeks(2);
        var elsewhere = day.plusDays(1).atTime(8, 0);

        var moved = plan.move(day, elsewhere);

        assertThat(moved.on(day)).contains(new Occurrence(day, elsewhere, elsewhere.plusMinutes(90)));
        assertThat(moved.occurrences()).hasSize(10);
    }

    @Test
    void ordersAnOccurrenceThatWasMovedPastAnother() {
        var moved = plan.move(FIRST, FIRST.plusWeeks(1).plusDays(1).atTime(9, 0));

        assertThat(moved.occurrences().get(1).day()).isEqualTo(FIRST);
    }

    @Test
    void refusesAnExceptionForADayTheSeriesDoesNotHave() {
        assertThatThrownBy(() -> plan.skip(FIRST.plusDays(1))).hasMessageContaining("no occurrence");
    }

    @Property
    void isAsBeforeWhenAllExceptionsAreTakenBack(
            @ForAll @IntRange(max = 9) int skipped, @ForAll @IntRange(max = 9) int moved) {
        var first = FIRST.plusWeeks(skipped);
        var second = FIRST.plusWeeks(moved);

        var changed = plan.move(second, second.atTime(6, 0)).skip(first);

        assertThat(changed.on(first)).isEmpty();
        assertThat(changed.putBack(first).putBack(second)).isEqualTo(plan);
    }
}
