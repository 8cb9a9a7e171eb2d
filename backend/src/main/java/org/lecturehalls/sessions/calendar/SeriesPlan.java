package org.lecturehalls.sessions.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A series with its exceptions. An occurrence keeps the day the rule gave it as its name, wherever it is moved to, so that
 * an exception can be taken back and a calendar knows which entry it replaces.
 *
 * @param changes by the day the rule gives
 */
public record SeriesPlan(
        Recurrence rule, LocalTime startsAt, Duration length, Map<LocalDate, OccurrenceChange> changes) {

    /** What one occurrence does instead of what the rule says. */
    public sealed interface OccurrenceChange {}

    /** Does not take place. */
    public record Skipped() implements OccurrenceChange {}

    /** Takes place at another time, with its usual length. */
    public record Moved(LocalDateTime startsAt) implements OccurrenceChange {}

    /** One lecture of the series, named by the day that the rule gives. */
    public record Occurrence(LocalDate day, LocalDateTime startsAt, LocalDateTime endsAt) {}

    public SeriesPlan {
        changes = Map.copyOf(changes);
        if (length.isNegative() || length.isZero() || length.compareTo(Duration.ofHours(24)) > 0) {
            throw new IllegalArgumentException("a session lasts more than nothing and at most a day");
        }
    }

    /** What takes place, in order of time. */
    public List<Occurrence> occurrences() {
        return rule.days()
                .flatMap(day -> occurrence(day, changes.get(day)))
                .sorted(Comparator.comparing(Occurrence::startsAt).thenComparing(Occurrence::day))
                .toList();
    }

    /** The occurrence named by this day; empty when the rule does not give that day or it is skipped. */
    public Optional<Occurrence> on(LocalDate day) {
        return occurrences().stream().filter(each -> each.day().equals(day)).findFirst();
    }

    public boolean gives(LocalDate day) {
        return rule.days().anyMatch(day::equals);
    }

    public SeriesPlan skip(LocalDate day) {
        return with(day, new Skipped());
    }

    public SeriesPlan move(LocalDate day, LocalDateTime startsAt) {
        return with(day, new Moved(startsAt));
    }

    /** Takes back whatever was said about this occurrence. */
    public SeriesPlan putBack(LocalDate day) {
        var kept = new HashMap<>(changes);
        kept.remove(day);
        return new SeriesPlan(rule, startsAt, length, kept);
    }

    private SeriesPlan with(LocalDate day, OccurrenceChange change) {
        if (!gives(day)) {
            throw new IllegalArgumentException("the series has no occurrence on " + day);
        }
        var more = new HashMap<>(changes);
        more.put(day, change);
        return new SeriesPlan(rule, startsAt, length, more);
    }

    private Stream<Occurrence> occurrence(LocalDate day, @Nullable OccurrenceChange change) {
        if (change instanceof Skipped) {
            return Stream.empty();
        }
        var start = change instanceof Moved moved ? moved.startsAt() : day.atTime(startsAt);
        return Stream.of(new Occurrence(day, start, start.plus(length)));
    }
}
