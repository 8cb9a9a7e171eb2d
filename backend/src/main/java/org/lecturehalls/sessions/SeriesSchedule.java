package org.lecturehalls.sessions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.Idempotency;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.StaleVersionException;
import org.lecturehalls.sessions.booking.BookingSettings;
import org.lecturehalls.sessions.calendar.SeriesPlan;
import org.lecturehalls.sessions.calendar.SeriesPlan.Occurrence;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Plans series. Every occurrence is a session of its own, booked like any other; one that clashes is left out and named, and
 * can be moved to a time that is free.
 */
@Service
class SeriesSchedule {

    private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(2);

    private final ReactiveMongoOperations mongo;
    private final Schedule schedule;
    private final SessionStore sessions;
    private final SessionPlanner planner;
    private final Idempotency idempotency;
    private final BookingSettings settings;
    private final Clock clock;

    SeriesSchedule(
            ReactiveMongoOperations mongo,
            Schedule schedule,
            SessionStore sessions,
            SessionPlanner planner,
            Idempotency idempotency,
            BookingSettings settings,
            Clock clock) {
        this.mongo = mongo;
        this.schedule = schedule;
        this.sessions = sessions;
        this.planner = planner;
        this.idempotency = idempotency;
        this.settings = settings;
        this.clock = clock;
    }

    Mono<Series> get(String id) {
        return mongo.findById(id, Series.class).switchIfEmpty(Mono.error(NotFoundException::new));
    }

    Mono<List<Session>> sessionsOf(Series series) {
        var ids = series.plan().rule().days().map(series::sessionId).toList();
        return sessions.findAll(ids).collectList();
    }

    Mono<Series> create(SeriesInput input, @Nullable String key, CurrentUser user) {
        if (input.rule().until() == null && input.rule().count() == null) {
            return Mono.error(new InvalidInputException(List.of(FieldProblem.of("rule.until", "series-needs-end"))));
        }
        return planner.plan(input.session())
                .flatMap(plan -> SessionRights.checkPlan(user, plan))
                .flatMap(plan -> idempotency.once(
                        user.id(),
                        "series",
                        key,
                        () -> createNow(input, plan, user).map(Series::id)))
                .flatMap(this::get);
    }

    private Mono<Series> createNow(SeriesInput input, SessionPlan plan, CurrentUser user) {
        var first = plan.startsAt().atZone(settings.zone());
        var series = new Series(
                Ids.next(),
                plan,
                input.rule().from(first.toLocalDate()),
                first.toLocalTime().toString(),
                Duration.between(plan.startsAt(), plan.endsAt()).toMinutes(),
                List.of(),
                List.of(),
                false,
                user.id(),
                clock.instant(),
                1);
        return mongo.insert(series).flatMap(this::bookAll);
    }

    private Mono<Series> bookAll(Series series) {
        return Flux.fromIterable(series.plan().occurrences())
                .concatMap(occurrence -> book(series, occurrence))
                .collectList()
                .flatMap(clashes -> finish(series, clashes));
    }

    /** @return the clash, or empty when the occurrence is booked, now or before */
    private Mono<Series.Clash> book(Series series, Occurrence occurrence) {
        var day = occurrence.day();
        var member = new Session.Membership(series.id(), day.toString());
        return schedule.create(series.sessionId(day), planOf(series, occurrence), member, series.createdBy())
                .then(Mono.<Series.Clash>empty())
                .onErrorComplete(DuplicateKeyException.class)
                .onErrorResume(ConflictException.class, conflict -> Mono.just(clash(day, conflict)));
    }

    private static Series.Clash clash(LocalDate day, ConflictException conflict) {
        return conflict.fields().stream()
                .findFirst()
                .map(problem -> new Series.Clash(day.toString(), problem.field(), problem.code()))
                .orElseGet(() -> new Series.Clash(day.toString(), "", conflict.code()));
    }

    private Mono<Series> finish(Series series, List<Series.Clash> clashes) {
        return modify(series, Update.update("clashes", clashes).set("complete", true));
    }

    Mono<Series> skip(String id, LocalDate day, long version, CurrentUser user) {
        return except(id, day, version, user, plan -> plan.skip(day));
    }

    Mono<Series> move(String id, LocalDate day, LocalDateTime to, long version, CurrentUser user) {
        return except(id, day, version, user, plan -> plan.move(day, to));
    }

    Mono<Series> putBack(String id, LocalDate day, long version, CurrentUser user) {
        return except(id, day, version, user, plan -> plan.putBack(day));
    }

    private Mono<Series> except(
            String id, LocalDate day, long version, CurrentUser user, UnaryOperator<SeriesPlan> change) {
        return get(id).delayUntil(series -> SessionRights.checkPlan(user, series.template()))
                .filter(series -> series.plan().gives(day))
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .filter(series -> series.version() == version)
                .switchIfEmpty(Mono.error(StaleVersionException::new))
                .flatMap(series -> except(series, day, change.apply(series.plan())));
    }

    /** The session first: when its new time is taken, nothing is said about the series. */
    private Mono<Series> except(Series series, LocalDate day, SeriesPlan plan) {
        var clashes = series.clashes().stream()
                .filter(clash -> !clash.day().equals(day.toString()))
                .toList();
        var update = Update.update("changes", Series.changes(plan.changes())).set("clashes", clashes);
        return sessions.find(series.sessionId(day))
                .flatMap(session -> plan.on(day)
                        .map(occurrence -> follow(session, series, occurrence))
                        .orElseGet(() -> schedule.cancel(session, null)))
                .switchIfEmpty(Mono.defer(() -> Mono.justOrEmpty(plan.on(day))
                        .flatMap(occurrence -> schedule.create(
                                series.sessionId(day),
                                planOf(series, occurrence),
                                new Session.Membership(series.id(), day.toString()),
                                series.createdBy()))))
                .then(Mono.defer(() -> modify(series, update)));
    }

    private Mono<Session> follow(Session session, Series series, Occurrence occurrence) {
        var start = occurrence.startsAt().atZone(settings.zone()).toInstant();
        return schedule.change(session, session.plan().startingAt(start));
    }

    private SessionPlan planOf(Series series, Occurrence occurrence) {
        return series.template()
                .startingAt(occurrence.startsAt().atZone(settings.zone()).toInstant());
    }

    private Mono<Series> modify(Series series, Update update) {
        var asRead = Query.query(where("_id").is(series.id()).and("version").is(series.version()));
        return mongo.findAndModify(
                        asRead,
                        update.set("changedAt", clock.instant()).inc("version", 1),
                        FindAndModifyOptions.options().returnNew(true),
                        Series.class)
                .switchIfEmpty(Mono.error(StaleVersionException::new));
    }

    /** Goes on with series whose request died half-way. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    Mono<Void> goOn() {
        return Mono.defer(this::goOnNow);
    }

    private Mono<Void> goOnNow() {
        var left = Query.query(
                where("complete").is(false).and("changedAt").lt(clock.instant().minus(GIVEN_UP_AFTER)));
        return mongo.find(left, Series.class)
                .concatMap(series -> bookAll(series).onErrorComplete(StaleVersionException.class))
                .then();
    }
}
