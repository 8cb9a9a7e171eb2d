package org.lecturehalls.sessions.booking;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored timetables. Each method is one write to one document, found by its id. */
@Component
class Timetables {

    private final ReactiveMongoOperations mongo;

    Timetables(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    /** The timetable as it stands; an empty one when nothing was ever entered. */
    Mono<Timetable> read(String id) {
        return mongo.findById(id, Timetable.class).defaultIfEmpty(Timetable.empty(id));
    }

    Flux<Timetable> readAll(List<String> ids) {
        return mongo.find(Query.query(where("_id").in(ids)), Timetable.class);
    }

    /** Enters a claim, unless the timetable has changed since it was read. @return whether it was entered */
    Mono<Boolean> enter(Timetable read, Claim claim) {
        return read.version() == 0 ? enterFirst(read.id(), claim) : enterNext(read, claim);
    }

    private Mono<Boolean> enterFirst(String id, Claim claim) {
        return mongo.insert(new Timetable(id, 1, List.of(claim)))
                .thenReturn(true)
                .onErrorReturn(DuplicateKeyException.class, false);
    }

    private Mono<Boolean> enterNext(Timetable read, Claim claim) {
        var asRead = Query.query(where("_id").is(read.id()).and("version").is(read.version()));
        var entered = new Update().push("claims", claim).inc("version", 1);
        return mongo.updateFirst(asRead, entered, Timetable.class).map(result -> result.getModifiedCount() == 1);
    }

    Mono<Void> confirm(String id, String bookingId) {
        var claimed = Query.query(where("_id").is(id).and("claims.bookingId").is(bookingId));
        var firm = new Update().unset("claims.$.heldUntil").inc("version", 1);
        return mongo.updateFirst(claimed, firm, Timetable.class).then();
    }

    Mono<Void> withdraw(String id, String bookingId) {
        var claimed = Query.query(where("_id").is(id).and("claims.bookingId").is(bookingId));
        var gone = new Update()
                .pull("claims", Query.query(where("bookingId").is(bookingId)))
                .inc("version", 1);
        return mongo.updateFirst(claimed, gone, Timetable.class).then();
    }
}
