package org.lecturehalls.sessions;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Batches;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.sessions.attendance.SheetEntry;
import org.lecturehalls.sessions.attendance.SheetEntry.Way;
import org.lecturehalls.sessions.attendance.SheetIntake;
import org.lecturehalls.sessions.attendance.Sheets;
import org.lecturehalls.sessions.booking.Booking;
import org.lecturehalls.sessions.booking.TimetableIntake;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Component
class SessionArchive implements SessionIntake {

    private static final int BATCH = 250;

    private final ReactiveMongoOperations mongo;
    private final TimetableIntake timetables;
    private final SheetIntake sheets;
    private final Clock clock;

    SessionArchive(ReactiveMongoOperations mongo, TimetableIntake timetables, SheetIntake sheets, Clock clock) {
        this.mongo = mongo;
        this.timetables = timetables;
        this.sheets = sheets;
        this.clock = clock;
    }

    @Override
    public Mono<Void> take(List<Entry> entries, Function<Entry, List<Attendee>> attendees, CurrentUser by) {
        var requests = entries.stream()
                .map(entry -> plan(entry).bookingFor(entry.id()))
                .toList();
        return timetables
                .enter(requests)
                .flatMap(bookings -> takeSessions(entries, bookings, by))
                .then(takeSheets(entries, attendees, by));
    }

    private Mono<Void> takeSessions(List<Entry> entries, Map<String, Booking> bookings, CurrentUser by) {
        var sessions = Flux.fromIterable(entries).map(entry -> session(entry, bookings.get(entry.id()), by));
        return Batches.put(mongo, sessions, Session.class, BATCH).then();
    }

    /** Making a list of hundreds of people is work that no event loop should wait for. */
    private Mono<Void> takeSheets(List<Entry> entries, Function<Entry, List<Attendee>> attendees, CurrentUser by) {
        var lists = Flux.fromIterable(entries)
                .publishOn(Schedulers.boundedElastic(), 1)
                .map(entry -> list(entry, attendees.apply(entry), by));
        return sheets.take(lists);
    }

    private static SheetIntake.Attended list(Entry entry, List<Attendee> attendees, CurrentUser by) {
        var lines = attendees.stream().map(each -> line(each, by)).toList();
        return new SheetIntake.Attended(entry.id(), sheets(entry), lines);
    }

    private static SheetEntry line(Attendee attendee, CurrentUser by) {
        var person = SheetEntry.onRoster(attendee.id());
        return SheetEntry.of(person, attendee.name(), Way.ROSTER, attendee.at(), by.id())
                .rated(attendee.stars());
    }

    private Session session(Entry entry, @Nullable Booking booking, CurrentUser by) {
        var secret = (Ids.next() + Ids.next()).getBytes(StandardCharsets.US_ASCII);
        return new Session(
                entry.id(),
                plan(entry),
                SessionState.SCHEDULED,
                null,
                Objects.requireNonNull(booking),
                null,
                null,
                secret,
                sheets(entry),
                record(entry, by),
                by.id(),
                clock.instant(),
                0,
                1);
    }

    private static int sheets(Entry entry) {
        return Sheets.needed(Math.max(entry.expectedAudience(), entry.hall().capacity()));
    }

    private static @Nullable SessionRecord record(Entry entry, CurrentUser by) {
        var minutes = entry.minutes();
        return minutes == null
                ? null
                : new SessionRecord(minutes, List.of(), by.id(), by.name(), entry.endsAt(), false);
    }

    private static SessionPlan plan(Entry entry) {
        return new SessionPlan(
                entry.title(),
                SessionPlace.of(entry.hall()),
                entry.lecturers().stream().map(SessionLecturer::of).toList(),
                null,
                null,
                entry.subject(),
                entry.format(),
                entry.audience(),
                entry.expectedAudience(),
                entry.startsAt(),
                entry.endsAt());
    }
}
