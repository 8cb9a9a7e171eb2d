package org.lecturehalls.sessions;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.Idempotency;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.StaleVersionException;
import org.lecturehalls.sessions.booking.Booking;
import org.lecturehalls.sessions.booking.Bookings;
import org.lecturehalls.sessions.booking.Commitment;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Plans, moves and cancels sessions. */
@Service
class Schedule {

    private final SessionStore sessions;
    private final SessionPlanner planner;
    private final Bookings bookings;
    private final Idempotency idempotency;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Schedule(
            SessionStore sessions,
            SessionPlanner planner,
            Bookings bookings,
            Idempotency idempotency,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sessions = sessions;
        this.planner = planner;
        this.bookings = bookings;
        this.idempotency = idempotency;
        this.events = events;
        this.clock = clock;
    }

    Mono<Session> get(String id) {
        return sessions.find(id).switchIfEmpty(Mono.error(NotFoundException::new));
    }

    Mono<Session> create(SessionInput input, @Nullable String key, CurrentUser user) {
        return planner.plan(input)
                .flatMap(plan -> SessionRights.checkPlan(user, plan))
                .flatMap(plan -> idempotency.once(
                        user.id(), "sessions", key, () -> createNow(plan, user).map(Session::id)))
                .flatMap(this::get);
    }

    private Mono<Session> createNow(SessionPlan plan, CurrentUser user) {
        return create(Ids.next(), plan, null, user.id());
    }

    /** Books a session under an id of the caller's; whoever comes second with the same id gets the first one's session. */
    Mono<Session> create(String id, SessionPlan plan, Session.@Nullable Membership series, String createdBy) {
        var session = Session.pending(id, plan, series, secret(), createdBy, clock.instant());
        return bookings.book(plan.bookingFor(id), new Commitment<Session>() {
                    @Override
                    public Mono<Void> prepare(Booking booking) {
                        return sessions.insertPending(session, booking);
                    }

                    @Override
                    public Mono<Session> commit(Booking booking) {
                        return sessions.commit(id, booking, plan);
                    }
                })
                .doOnNext(this::announce);
    }

    Mono<Session> change(String id, SessionInput input, long version, CurrentUser user) {
        return readFor(id, version, user)
                .filter(Session::takesPlace)
                .switchIfEmpty(Mono.error(() -> new ConflictException("session-cancelled")))
                .zipWith(planner.plan(input).flatMap(plan -> SessionRights.checkPlan(user, plan)))
                .flatMap(both -> change(both.getT1(), both.getT2()));
    }

    /** Gives a session another plan, booking anew when that needs other things or another time. */
    Mono<Session> change(Session session, SessionPlan plan) {
        if (session.takesPlace() && session.plan().needsSameAs(plan)) {
            return sessions.replan(session, plan).doOnNext(this::announce);
        }
        return session.takesPlace() && hasBegun(session)
                ? Mono.error(new ConflictException("session-has-begun"))
                : rebook(session, plan).doOnNext(this::announce);
    }

    Mono<Session> cancel(String id, @Nullable String reason, long version, CurrentUser user) {
        return readFor(id, version, user).flatMap(session -> cancel(session, reason));
    }

    /** Does nothing to a session that is cancelled already. */
    Mono<Session> cancel(Session session, @Nullable String reason) {
        if (!session.takesPlace()) {
            return Mono.just(session);
        }
        var booking = Objects.requireNonNull(session.booking());
        return bookings.release(session.id(), booking, sessions.cancel(session, reason))
                .doOnNext(this::announce);
    }

    /** Lets a cancelled session take place after all, if its place and people are still free. */
    Mono<Session> putBack(String id, long version, CurrentUser user) {
        return readFor(id, version, user)
                .flatMap(session -> session.takesPlace() ? Mono.just(session) : change(session, session.plan()));
    }

    private Mono<Session> rebook(Session session, SessionPlan plan) {
        var booked = bookings.book(plan.bookingFor(session.id()), new Commitment<Session>() {
            @Override
            public Mono<Void> prepare(Booking booking) {
                return sessions.hold(session, booking);
            }

            @Override
            public Mono<Session> commit(Booking booking) {
                return sessions.commit(session.id(), booking, plan);
            }
        });
        var former = session.booking();
        return former == null ? booked : bookings.release(session.id(), former, booked);
    }

    private Mono<Session> readFor(String id, long version, CurrentUser user) {
        return get(id).flatMap(session -> SessionRights.check(user, session))
                .filter(session -> session.version() == version)
                .switchIfEmpty(Mono.error(StaleVersionException::new));
    }

    private boolean hasBegun(Session session) {
        return session.plan().startsAt().isBefore(clock.instant());
    }

    /** 160 random bits, from a generator that does not read a file on an event loop. */
    private static byte[] secret() {
        return (Ids.next() + Ids.next()).getBytes(StandardCharsets.US_ASCII);
    }

    private void announce(Session session) {
        events.publishEvent(new SessionChanged(session.id()));
        events.publishEvent(new ScheduleChanged());
    }
}
