package org.lecturehalls.sessions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Reads records of sessions, and finds the sessions that have none yet. */
@Service
class SessionRecords {

    /** What is older than this will have no record any more. */
    private static final Duration GIVEN_UP = Duration.ofDays(366);

    private final ReactiveMongoOperations mongo;
    private final SessionStore sessions;
    private final SessionSettings settings;
    private final Clock clock;

    SessionRecords(ReactiveMongoOperations mongo, SessionStore sessions, SessionSettings settings, Clock clock) {
        this.mongo = mongo;
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    /** A session that took place and has a record. */
    Mono<Session> of(String id) {
        return sessions.find(id)
                .filter(session -> session.takesPlace() && session.record() != null)
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    Instant dueAt(SessionPlan plan) {
        return plan.endsAt().plus(Duration.ofDays(settings.recordDue()));
    }

    boolean isOverdue(SessionPlan plan) {
        return dueAt(plan).isBefore(clock.instant());
    }

    /** Sessions that ended and have no record, the oldest first. */
    Mono<Page<Session>> due(RegionCode region, PageQuery page) {
        var now = clock.instant();
        var without = where("plan.endsAt")
                .lt(now)
                .and("plan.startsAt")
                .gte(now.minus(GIVEN_UP))
                .and("plan.place.region")
                .regex("^" + region.value())
                .and("state")
                .is(SessionState.SCHEDULED)
                .and("record")
                .is(null);
        var query = Query.query(continued(without, page))
                .with(Sort.by("plan.startsAt", "_id"))
                .limit(page.readLimit());
        return mongo.find(query, Session.class).collectList().map(read -> Page.of(read, page, SessionRecords::cursor));
    }

    private static Criteria continued(Criteria criteria, PageQuery page) {
        var after = page.after();
        if (after == null) {
            return criteria;
        }
        var start = after.millis(0);
        var later = new Criteria()
                .orOperator(
                        where("plan.startsAt").gt(start),
                        where("plan.startsAt").is(start).and("_id").gt(after.value(1)));
        return new Criteria().andOperator(criteria, later);
    }

    private static Cursor cursor(Session session) {
        return Cursor.of(Long.toString(session.plan().startsAt().toEpochMilli()), session.id());
    }
}
