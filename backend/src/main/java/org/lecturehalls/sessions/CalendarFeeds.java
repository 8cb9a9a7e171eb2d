package org.lecturehalls.sessions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.halls.HallDirectory;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.lecturers.LecturerDirectory;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.WebSettings;
import org.lecturehalls.sessions.booking.BookingSettings;
import org.lecturehalls.sessions.calendar.CalendarEntry;
import org.lecturehalls.sessions.calendar.CalendarWriter;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calendars of halls and of lecturers, for other calendars to subscribe to. */
@Service
class CalendarFeeds {

    private static final Duration BACK = Duration.ofDays(90);
    private static final Duration AHEAD = Duration.ofDays(400);
    private static final int MOST_ENTRIES = 2000;
    private static final int MOST_FEEDS = 100;

    private final ReactiveMongoOperations mongo;
    private final HallDirectory halls;
    private final LecturerDirectory lecturers;
    private final WebSettings web;
    private final BookingSettings settings;
    private final Clock clock;

    CalendarFeeds(
            ReactiveMongoOperations mongo,
            HallDirectory halls,
            LecturerDirectory lecturers,
            WebSettings web,
            BookingSettings settings,
            Clock clock) {
        this.mongo = mongo;
        this.halls = halls;
        this.lecturers = lecturers;
        this.web = web;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param address shown this once */
    record Opened(CalendarFeed feed, URI address) {}

    /** Of a hall, or without one of the lecturer who asks. */
    Mono<Opened> open(@Nullable String hallId, CurrentUser user) {
        var secret = Ids.next() + Ids.next();
        return (hallId == null ? ofLecturer(secret, user) : ofHall(secret, hallId, user))
                .flatMap(mongo::insert)
                .map(feed -> new Opened(feed, web.publicUrl().resolve("/api/v1/feeds/" + secret + ".ics")));
    }

    Flux<CalendarFeed> ownedBy(CurrentUser user) {
        var own = Query.query(where("ownerId").is(user.id())).with(Sort.by("createdAt"));
        return mongo.find(own.limit(MOST_FEEDS), CalendarFeed.class);
    }

    /** The old address stops working at once. */
    Mono<Void> revoke(String id, CurrentUser user) {
        var own = Query.query(where("_id").is(id).and("ownerId").is(user.id()));
        return mongo.remove(own, CalendarFeed.class).then();
    }

    /** The calendar as text; cancelled sessions stay in it, so that imported copies are cancelled too. */
    Mono<String> calendar(String secret) {
        return mongo.findById(digest(secret), CalendarFeed.class)
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .flatMap(feed -> sessions(feed).map(this::entry).collectList().map(entries -> write(feed, entries)));
    }

    private Mono<CalendarFeed> ofHall(String secret, String hallId, CurrentUser user) {
        return halls.get(hallId)
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .map(hall -> new CalendarFeed(
                        digest(secret), CalendarFeed.Kind.HALL, hall.id(), hall.name(), user.id(), clock.instant()));
    }

    private Mono<CalendarFeed> ofLecturer(String secret, CurrentUser user) {
        return lecturers
                .ofUser(user.id())
                .switchIfEmpty(Mono.error(() -> new ConflictException("not-a-lecturer")))
                .map(lecturer -> new CalendarFeed(
                        digest(secret),
                        CalendarFeed.Kind.LECTURER,
                        lecturer.id(),
                        lecturer.name(),
                        user.id(),
                        clock.instant()));
    }

    private Flux<Session> sessions(CalendarFeed feed) {
        var subject = feed.kind() == CalendarFeed.Kind.HALL ? "plan.place.hallId" : "plan.lecturers.id";
        var now = clock.instant();
        var near = where(subject)
                .is(feed.subjectId())
                .and("state")
                .ne(SessionState.PENDING)
                .and("plan.startsAt")
                .gte(now.minus(BACK))
                .lt(now.plus(AHEAD));
        return mongo.find(Query.query(near).with(Sort.by("plan.startsAt")).limit(MOST_ENTRIES), Session.class);
    }

    private String write(CalendarFeed feed, List<CalendarEntry> entries) {
        return CalendarWriter.write(feed.name(), settings.zone().getId(), entries);
    }

    private CalendarEntry entry(Session session) {
        var plan = session.plan();
        var lecturerNames = plan.lecturers().stream().map(SessionLecturer::name).collect(Collectors.joining("、"));
        return new CalendarEntry(
                session.id() + "@" + web.publicUrl().getHost(),
                session.sequence(),
                session.changedAt(),
                plan.startsAt(),
                plan.endsAt(),
                plan.title(),
                plan.place().name(),
                plan.place().latitude(),
                plan.place().longitude(),
                lecturerNames,
                web.publicUrl().resolve("/sessions/" + session.id()).toString(),
                !session.takesPlace());
    }

    private static String digest(String secret) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sha);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Each Java has SHA-256", missing);
        }
    }
}
