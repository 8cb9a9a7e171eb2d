package org.lecturehalls.sessions;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.LimitExceededException;
import org.lecturehalls.platform.Recent;
import org.lecturehalls.platform.WebSettings;
import org.lecturehalls.sessions.attendance.CheckInCodes;
import org.lecturehalls.sessions.attendance.Correction;
import org.lecturehalls.sessions.attendance.SheetEntry;
import org.lecturehalls.sessions.attendance.SheetEntry.Way;
import org.lecturehalls.sessions.attendance.Sheets;
import org.lecturehalls.sessions.attendance.WrongCodes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** People check themselves in with the code that the hall shows. One read and two writes for each. */
@Service
class CheckIns {

    private static final int NONCE_CHARACTERS = 8;

    /** A hall full of people asks for one session; that it was moved or cancelled may be heard of a little later. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(2);

    private static final int SESSIONS_KNOWN = 1_000;

    private final Schedule schedule;
    private final Sheets sheets;
    private final AttendedSessions attended;
    private final WrongCodes wrongCodes;
    private final SessionSettings settings;
    private final WebSettings web;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Recent<Session> recent;

    CheckIns(
            Schedule schedule,
            Sheets sheets,
            AttendedSessions attended,
            WrongCodes wrongCodes,
            SessionSettings settings,
            WebSettings web,
            ApplicationEventPublisher events,
            Clock clock) {
        this.schedule = schedule;
        this.sheets = sheets;
        this.attended = attended;
        this.wrongCodes = wrongCodes;
        this.settings = settings;
        this.web = web;
        this.events = events;
        this.clock = clock;
        this.recent = new Recent<>(KNOWN_FOR, SESSIONS_KNOWN, clock);
    }

    @EventListener
    void on(ScheduleChanged event) {
        recent.clear();
    }

    /** @param address what the QR code holds */
    record Code(String token, String digits, Instant changesAt, URI address) {}

    /** @param confirmed false while it does not count, see {@link SheetEntry#unconfirmed} */
    record CheckedIn(String sessionId, String title, Instant at, boolean confirmed) {}

    /** @param age how long before it was sent the code was seen, by the phone that kept it; zero for one just seen */
    record Seen(String code, Duration age) {}

    Mono<Code> code(String sessionId, CurrentUser user) {
        return schedule.get(sessionId)
                .flatMap(session -> SessionRights.check(user, session))
                .flatMap(this::open)
                .map(this::code);
    }

    /**
     * Takes a code that is good now. One that a phone without network kept is taken as well when it was good at the moment
     * it was seen, but a forwarded picture could say the same of itself: it is noted and counts once somebody in charge
     * has put the person on the list, or the person shows a fresh code.
     */
    Mono<CheckedIn> checkIn(String sessionId, Seen seen, CurrentUser user) {
        return recent.get(sessionId, () -> schedule.get(sessionId))
                .flatMap(this::open)
                .flatMap(session -> entry(session, seen, user).flatMap(entry -> add(session, entry, user)));
    }

    private Code code(Session session) {
        var id = Ids.next();
        var nonce = id.substring(id.length() - NONCE_CHARACTERS);
        var shown = new CheckInCodes(session.id(), session.secret()).show(clock.instant(), nonce);
        var address = web.publicUrl().resolve("/check-in/" + session.id() + "?code=" + shown.token());
        return new Code(shown.token(), shown.digits(), shown.changesAt(), address);
    }

    private Mono<Session> open(Session session) {
        var now = clock.instant();
        if (!session.takesPlace()) {
            return Mono.error(new ConflictException("session-cancelled"));
        }
        if (now.isBefore(session.plan().startsAt().minus(settings.checkInOpens()))) {
            return Mono.error(new ConflictException("check-in-not-open"));
        }
        return now.isAfter(session.plan().endsAt().plus(settings.checkInCloses()))
                ? Mono.error(new ConflictException("check-in-closed"))
                : Mono.just(session);
    }

    private Mono<SheetEntry> entry(Session session, Seen seen, CurrentUser user) {
        if (!wrongCodes.mayTry(session.id(), user.id())) {
            return Mono.error(new LimitExceededException("too-many-codes"));
        }
        var codes = new CheckInCodes(session.id(), session.secret());
        var now = clock.instant();
        var person = SheetEntry.signedIn(user.id());
        if (codes.accepts(seen.code(), now)) {
            return Mono.just(SheetEntry.of(person, user.name(), Way.CODE, now, user.id()));
        }
        if (codes.accepts(seen.code(), now.minus(seen.age()))) {
            return Mono.just(SheetEntry.unconfirmed(person, user.name(), now, user.id()));
        }
        wrongCodes.note(session.id(), user.id());
        return Mono.error(new InvalidInputException("code-not-valid"));
    }

    private Mono<CheckedIn> add(Session session, SheetEntry entry, CurrentUser user) {
        return sheets.add(session.id(), session.sheets(), entry)
                .flatMap(added -> added ? announced(session, entry) : known(session, entry, user))
                .map(noted -> new CheckedIn(session.id(), session.plan().title(), noted.at(), noted.counts()));
    }

    /** Who is on the list already stays as they are, except that a fresh code confirms one that came late. */
    private Mono<SheetEntry> known(Session session, SheetEntry entry, CurrentUser user) {
        return sheets.find(session.id(), session.sheets(), entry.person())
                .flatMap(noted ->
                        noted.isUnconfirmed() && entry.counts() ? confirm(session, entry, user) : Mono.just(noted));
    }

    private Mono<SheetEntry> confirm(Session session, SheetEntry entry, CurrentUser user) {
        var restored = new Correction(
                Correction.Kind.RESTORED, entry.at(), user.id(), user.name(), entry.person(), null, null);
        return sheets.correct(session.id(), session.sheets(), restored).flatMap(done -> announced(session, entry));
    }

    private Mono<SheetEntry> announced(Session session, SheetEntry entry) {
        return attended.note(session.id(), entry).then(Mono.fromCallable(() -> {
            events.publishEvent(new SessionChanged(session.id()));
            return entry;
        }));
    }
}
