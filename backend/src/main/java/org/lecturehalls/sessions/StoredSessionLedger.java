package org.lecturehalls.sessions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.lecturehalls.regions.RegionCode;
import org.lecturehalls.sessions.attendance.AttendanceList;
import org.lecturehalls.sessions.attendance.Sheets;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Service
class StoredSessionLedger implements SessionLedger {

    private static final int AT_A_TIME = 8;
    private static final Duration BACK = Duration.ofDays(35);

    private final ReactiveMongoOperations mongo;
    private final SessionStore sessions;
    private final Sheets sheets;
    private final Clock clock;

    StoredSessionLedger(ReactiveMongoOperations mongo, SessionStore sessions, Sheets sheets, Clock clock) {
        this.mongo = mongo;
        this.sessions = sessions;
        this.sheets = sheets;
        this.clock = clock;
    }

    @Override
    public Mono<SessionFacts> facts(String sessionId) {
        return sessions.find(sessionId).flatMap(this::facts);
    }

    @Override
    public Flux<SessionFacts> all() {
        var booked = Query.query(where("state").ne(SessionState.PENDING));
        return mongo.find(booked, Session.class).flatMap(this::facts, AT_A_TIME);
    }

    @Override
    public Flux<SessionFacts> between(RegionCode region, Instant from, Instant to) {
        var wanted = where("plan.startsAt")
                .gte(from)
                .lt(to)
                .and("plan.place.region")
                .regex("^" + region.value())
                .and("state")
                .ne(SessionState.PENDING);
        return mongo.find(Query.query(wanted), Session.class).flatMap(this::facts, AT_A_TIME);
    }

    @Override
    public Flux<String> recentIds() {
        var now = clock.instant();
        var recent = Query.query(where("plan.startsAt").gte(now.minus(BACK)).lt(now));
        return mongo.find(recent, Session.class).map(Session::id);
    }

    private Mono<SessionFacts> facts(Session session) {
        return sheets.read(session.id(), session.sheets()).map(list -> facts(session, list));
    }

    private static SessionFacts facts(Session session, AttendanceList list) {
        var plan = session.plan();
        var recorded = session.record() != null;
        var stars = list.stars();
        return new SessionFacts(
                session.id(),
                session.takesPlace() && (recorded || list.attendance() > 0),
                plan.title(),
                plan.startsAt(),
                plan.place().region(),
                plan.place().hallId(),
                plan.place().name(),
                plan.lecturers().stream().map(SessionLecturer::id).toList(),
                plan.subject(),
                plan.format(),
                plan.audience(),
                list.attendance(),
                recorded,
                stars.stream().mapToInt(Integer::intValue).sum(),
                stars.size());
    }
}
