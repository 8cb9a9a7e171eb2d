package org.lecturehalls.sessions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.sessions.booking.BookingSettings;
import org.lecturehalls.sessions.booking.Bookings;
import org.lecturehalls.sessions.booking.Resource;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lists sessions in order of time. Those of one hall or lecturer are found by way of their timetables, with lookups by id
 * alone, because that is what villagers ask for most.
 */
@Service
class Agenda {

    /** Of one hall or lecturer, at most this span at a time. */
    private static final Duration LONGEST = Duration.ofDays(400);

    static final Comparator<Session> BY_TIME =
            Comparator.comparing((Session session) -> session.plan().startsAt()).thenComparing(Session::id);

    private final ReactiveMongoOperations mongo;
    private final SessionStore sessions;
    private final Bookings bookings;
    private final BookingSettings settings;

    Agenda(ReactiveMongoOperations mongo, SessionStore sessions, Bookings bookings, BookingSettings settings) {
        this.mongo = mongo;
        this.sessions = sessions;
        this.bookings = bookings;
        this.settings = settings;
    }

    /** Sessions that take place. */
    Mono<Page<Session>> list(SessionQuery query, PageQuery page) {
        return read(query, page).collectList().map(read -> Page.of(read, page, Agenda::cursor));
    }

    /** Sessions of one hall or lecturer that take place, in order of time. */
    Flux<Session> of(Resource resource, SessionQuery query) {
        if (Duration.between(query.from(), query.to()).compareTo(LONGEST) > 0) {
            return Flux.error(new InvalidInputException(List.of(FieldProblem.of("to", "span-too-long"))));
        }
        return bookings.sessionsOf(resource, month(query.from()), month(query.to()))
                .collectList()
                .flatMapMany(sessions::findAll)
                .filter(session -> session.takesPlace() && query.includes(session))
                .sort(BY_TIME);
    }

    private Flux<Session> read(SessionQuery query, PageQuery page) {
        if (query.hallId() != null) {
            return cut(of(Resource.hall(query.hallId()), query), page);
        }
        return query.lecturerId() != null
                ? cut(of(Resource.lecturer(query.lecturerId()), query), page)
                : ofRegion(query, page);
    }

    private static Flux<Session> cut(Flux<Session> all, PageQuery page) {
        var after = page.after();
        return after == null
                ? all.take(page.readLimit())
                : all.filter(isAfter(after)).take(page.readLimit());
    }

    private Flux<Session> ofRegion(SessionQuery query, PageQuery page) {
        var inside = where("plan.startsAt")
                .gte(query.from())
                .lt(query.to())
                .and("state")
                .is(SessionState.SCHEDULED);
        if (query.region() != null) {
            inside.and("plan.place.region").regex("^" + query.region().value());
        }
        return mongo.find(
                Query.query(continued(inside, page))
                        .with(Sort.by("plan.startsAt", "_id"))
                        .limit(page.readLimit()),
                Session.class);
    }

    private static Criteria continued(Criteria criteria, PageQuery page) {
        var after = page.after();
        if (after == null) {
            return criteria;
        }
        var start = after.millis(0);
        return criteria.orOperator(
                where("plan.startsAt").gt(start),
                where("plan.startsAt").is(start).and("_id").gt(after.value(1)));
    }

    private static Predicate<Session> isAfter(Cursor cursor) {
        var start = cursor.millis(0);
        var id = cursor.value(1);
        return session -> {
            var order = session.plan().startsAt().compareTo(start);
            return order > 0 || order == 0 && session.id().compareTo(id) > 0;
        };
    }

    private static Cursor cursor(Session session) {
        return Cursor.of(Long.toString(session.plan().startsAt().toEpochMilli()), session.id());
    }

    private YearMonth month(Instant time) {
        return YearMonth.from(time.atZone(settings.zone()));
    }
}
