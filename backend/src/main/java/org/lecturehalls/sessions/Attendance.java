package org.lecturehalls.sessions;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.StaleVersionException;
import org.lecturehalls.sessions.attendance.AttendanceList;
import org.lecturehalls.sessions.attendance.Correction;
import org.lecturehalls.sessions.attendance.SheetEntry;
import org.lecturehalls.sessions.attendance.SheetEntry.Way;
import org.lecturehalls.sessions.attendance.Sheets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What those in charge of a session enter after people came: the roster, the head count, corrections and the record. */
@Service
class Attendance {

    private final Schedule schedule;
    private final SessionStore sessions;
    private final Sheets sheets;
    private final AttendedSessions attended;
    private final RecordPictures pictures;
    private final SessionSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Attendance(
            Schedule schedule,
            SessionStore sessions,
            Sheets sheets,
            AttendedSessions attended,
            RecordPictures pictures,
            SessionSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.schedule = schedule;
        this.sessions = sessions;
        this.sheets = sheets;
        this.attended = attended;
        this.pictures = pictures;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** @param id made by the device that was offline, so that a repeated line is the same line */
    record RosterLine(String id, String name) {}

    Mono<AttendanceList> list(String id, CurrentUser user) {
        return kept(id, user).flatMap(this::read);
    }

    /** Adds those that are not on the list yet; a repeat changes nothing. */
    Mono<AttendanceList> addRoster(String id, List<RosterLine> lines, CurrentUser user) {
        return begun(id, user)
                .flatMap(session -> add(session, lines, user).then(changed(session)))
                .flatMap(this::read);
    }

    /** As {@link #addRoster}; tells of each line whether it is new. */
    Mono<List<DayRosters.Row>> addLines(String id, List<RosterLine> lines, CurrentUser user) {
        return begun(id, user)
                .flatMap(session -> add(session, lines, user).collectList().delayUntil(rows -> changed(session)));
    }

    private Flux<DayRosters.Row> add(Session session, List<RosterLine> lines, CurrentUser user) {
        return Flux.fromIterable(lines)
                .concatMap(line -> sheets.add(session.id(), session.sheets(), entry(line, user))
                        .map(added -> new DayRosters.Row(line.id(), added)));
    }

    Mono<AttendanceList> count(String id, int people, CurrentUser user) {
        return begun(id, user)
                .flatMap(session -> sheets.count(
                                session.id(), correction(Correction.Kind.HEAD_COUNT, null, people, null, user))
                        .then(changed(session)))
                .flatMap(this::read);
    }

    /** Withdraws or restores a line of the list. Saying it twice is as good as once. */
    Mono<AttendanceList> correct(
            String id, String person, Correction.Kind kind, @Nullable String reason, CurrentUser user) {
        return kept(id, user)
                .delayUntil(session -> sheets.find(session.id(), session.sheets(), person)
                        .switchIfEmpty(Mono.error(NotFoundException::new)))
                .flatMap(session -> sheets.correct(
                                session.id(), session.sheets(), correction(kind, person, null, reason, user))
                        .then(attended.correct(session.id(), person, kind))
                        .then(changed(session)))
                .flatMap(this::read);
    }

    Mono<Void> rate(String id, int stars, @Nullable String comment, CurrentUser user) {
        return schedule.get(id)
                .flatMap(session -> sheets.rate(id, session.sheets(), SheetEntry.signedIn(user.id()), stars, comment)
                        .flatMap(came ->
                                came ? changed(session) : Mono.error(new NotAllowedException("did-not-attend"))))
                .then();
    }

    Mono<Session> record(String id, String minutes, List<String> photos, long version, CurrentUser user) {
        return begun(id, user)
                .filter(session -> session.version() == version)
                .switchIfEmpty(Mono.error(StaleVersionException::new))
                .flatMap(session -> pictures.check(session, photos, user)
                        .then(sessions.record(session, record(session, minutes, photos, user)))
                        .flatMap(this::changed)
                        .flatMap(changed -> pictures.dropped(session, changed)));
    }

    private SessionRecord record(Session session, String minutes, List<String> photos, CurrentUser user) {
        var now = clock.instant();
        var due = session.plan().endsAt().plus(Duration.ofDays(settings.recordDue()));
        return new SessionRecord(minutes, List.copyOf(photos), user.id(), user.name(), now, now.isAfter(due));
    }

    private SheetEntry entry(RosterLine line, CurrentUser user) {
        return SheetEntry.of(
                SheetEntry.onRoster(line.id()), line.name().strip(), Way.ROSTER, clock.instant(), user.id());
    }

    private Correction correction(
            Correction.Kind kind,
            @Nullable String person,
            @Nullable Integer people,
            @Nullable String reason,
            CurrentUser user) {
        return new Correction(kind, clock.instant(), user.id(), user.name(), person, people, reason);
    }

    private Mono<AttendanceList> read(Session session) {
        return sheets.read(session.id(), session.sheets());
    }

    private Mono<Session> changed(Session session) {
        return Mono.fromCallable(() -> {
            events.publishEvent(new SessionChanged(session.id()));
            return session;
        });
    }

    private Mono<Session> begun(String id, CurrentUser user) {
        return kept(id, user)
                .flatMap(session -> session.takesPlace()
                        ? Mono.just(session)
                        : Mono.error(new ConflictException("session-cancelled")))
                .flatMap(session -> session.plan().startsAt().isAfter(clock.instant())
                        ? Mono.error(new ConflictException("session-not-begun"))
                        : Mono.just(session));
    }

    private Mono<Session> kept(String id, CurrentUser user) {
        return schedule.get(id).flatMap(session -> SessionRights.check(user, session));
    }
}
