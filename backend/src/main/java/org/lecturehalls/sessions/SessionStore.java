package org.lecturehalls.sessions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.StaleVersionException;
import org.lecturehalls.sessions.booking.Booking;
import org.lecturehalls.sessions.booking.BookingOwner;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored sessions. Each change is one conditional write to one document. */
@Component
class SessionStore implements BookingOwner {

    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);

    private final ReactiveMongoOperations mongo;
    private final Clock clock;

    SessionStore(ReactiveMongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Sessions that were ever booked; empty for others. */
    Mono<Session> find(String id) {
        return mongo.findById(id, Session.class).filter(session -> session.state() != SessionState.PENDING);
    }

    Flux<Session> findAll(Collection<String> ids) {
        return mongo.find(Query.query(where("_id").in(ids)), Session.class)
                .filter(session -> session.state() != SessionState.PENDING);
    }

    Mono<Void> insertPending(Session session, Booking booking) {
        return mongo.insert(session.heldFor(booking)).then();
    }

    /** Announces a new booking of a session that has one; only one can be in the making. */
    Mono<Void> hold(Session session, Booking booking) {
        var free = Query.query(asRead(session).and("hold").exists(false));
        return mongo.updateFirst(free, Update.update("hold", booking.id()), Session.class)
                .flatMap(result ->
                        result.getModifiedCount() == 1 ? Mono.empty() : Mono.error(new StaleVersionException()));
    }

    /** Makes an announced booking the session's own. */
    Mono<Session> commit(String id, Booking booking, SessionPlan plan) {
        var announced = Query.query(where("_id").is(id).and("hold").is(booking.id()));
        var update = change(plan)
                .set("booking", booking)
                .set("state", SessionState.SCHEDULED)
                .inc("sequence", 1)
                .unset("cancelReason")
                .unset("hold");
        return mongo.findAndModify(announced, update, CHANGED, Session.class)
                .switchIfEmpty(Mono.error(() -> new ConflictException("booking-lapsed")));
    }

    /** Changes what needs no new booking. */
    Mono<Session> replan(Session session, SessionPlan plan) {
        return modify(session, change(plan).inc("sequence", 1));
    }

    Mono<Session> cancel(Session session, @Nullable String reason) {
        var update = new Update()
                .set("state", SessionState.CANCELLED)
                .set("cancelReason", reason)
                .set("changedAt", clock.instant())
                .inc("sequence", 1)
                .inc("version", 1);
        return modify(session, update);
    }

    Mono<Session> record(Session session, SessionRecord record) {
        var update = Update.update("record", record)
                .set("changedAt", clock.instant())
                .inc("version", 1);
        return modify(session, update);
    }

    private Mono<Session> modify(Session session, Update update) {
        var free = Query.query(asRead(session).and("hold").exists(false));
        return mongo.findAndModify(free, update, CHANGED, Session.class)
                .switchIfEmpty(Mono.error(() -> new StaleVersionException()));
    }

    @Override
    public Mono<Boolean> settle(String sessionId, String bookingId) {
        var announced = Query.query(where("_id").is(sessionId).and("hold").is(bookingId));
        var neverBooked = Query.query(where("_id")
                .is(sessionId)
                .and("state")
                .is(SessionState.PENDING)
                .and("hold")
                .exists(false));
        return mongo.updateFirst(announced, new Update().unset("hold"), Session.class)
                .then(mongo.remove(neverBooked, Session.class))
                .then(mongo.findById(sessionId, Session.class))
                .map(session -> session.holds(bookingId))
                .defaultIfEmpty(false);
    }

    private Update change(SessionPlan plan) {
        return new Update().set("plan", plan).set("changedAt", clock.instant()).inc("version", 1);
    }

    private static Criteria asRead(Session session) {
        return where("_id").is(session.id()).and("version").is(session.version());
    }
}
