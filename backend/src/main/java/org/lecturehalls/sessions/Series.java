package org.lecturehalls.sessions;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.sessions.calendar.Recurrence;
import org.lecturehalls.sessions.calendar.SeriesPlan;
import org.lecturehalls.sessions.calendar.SeriesPlan.Moved;
import org.lecturehalls.sessions.calendar.SeriesPlan.OccurrenceChange;
import org.lecturehalls.sessions.calendar.SeriesPlan.Skipped;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A series as it is stored. Days and times are the city's, written as text: the store would turn them into moments of the
 * server's own zone.
 *
 * @param template the plan of every session but its time
 * @param complete whether all occurrences were tried; those of a request that died are tried again
 */
@Document("series")
record Series(
        @Id String id,
        SessionPlan template,
        Rule rule,
        String startsAt,
        long minutes,
        List<Change> changes,
        List<Clash> clashes,
        boolean complete,
        String createdBy,
        Instant changedAt,
        long version) {

    record Rule(
            Recurrence.Rhythm rhythm,
            int every,
            Set<DayOfWeek> weekdays,
            String from,
            @Nullable String until,
            @Nullable Integer count) {}

    /** @param movedTo null when the occurrence is skipped */
    record Change(String day, @Nullable String movedTo) {}

    /** Why an occurrence has no session. */
    record Clash(String day, String field, String code) {}

    SeriesPlan plan() {
        var until = rule.until() == null ? null : LocalDate.parse(rule.until());
        var recurrence = new Recurrence(
                rule.rhythm(), rule.every(), rule.weekdays(), LocalDate.parse(rule.from()), until, rule.count());
        var exceptions = changes.stream().collect(Collectors.toMap(each -> LocalDate.parse(each.day()), Series::read));
        return new SeriesPlan(recurrence, LocalTime.parse(startsAt), Duration.ofMinutes(minutes), exceptions);
    }

    /** Sessions of a series have ids that follow from it, so that booking an occurrence twice makes one session. */
    String sessionId(LocalDate day) {
        return id + "-" + day;
    }

    static List<Change> changes(Map<LocalDate, OccurrenceChange> changes) {
        return changes.entrySet().stream()
                .map(each -> new Change(each.getKey().toString(), write(each.getValue())))
                .toList();
    }

    private static OccurrenceChange read(Change change) {
        return change.movedTo() == null ? new Skipped() : new Moved(LocalDateTime.parse(change.movedTo()));
    }

    private static @Nullable String write(OccurrenceChange change) {
        return change instanceof Moved moved ? moved.startsAt().toString() : null;
    }
}
