package org.lecturehalls.sessions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import org.lecturehalls.sessions.attendance.Correction;
import org.lecturehalls.sessions.attendance.SheetEntry;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The sessions each person came to, beside the sheets: to find a person there, all sheets would have to be read. Set and
 * unset as often as it is said, so a repeat changes nothing.
 */
@Component
class AttendedSessions implements AttendanceLedger {

    private static final String PERSON = SheetEntry.signedIn("");

    private final ReactiveMongoOperations mongo;

    AttendedSessions(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    /** @param id of the person */
    @Document("attendedSessions")
    record Attended(@Id String id, String userId, List<String> sessions) {}

    /** Notes an entry of a session's list when it is a person's own and counts. */
    Mono<Void> note(String sessionId, SheetEntry entry) {
        return entry.counts() ? change(entry.person(), new Update().addToSet("sessions", sessionId)) : Mono.empty();
    }

    Mono<Void> correct(String sessionId, String person, Correction.Kind kind) {
        return switch (kind) {
            case WITHDRAWN -> change(person, new Update().pull("sessions", sessionId));
            case RESTORED -> change(person, new Update().addToSet("sessions", sessionId));
            case HEAD_COUNT -> Mono.empty();
        };
    }

    private Mono<Void> change(String person, Update update) {
        if (!person.startsWith(PERSON)) {
            return Mono.empty();
        }
        String userId = person.substring(PERSON.length());
        Query own = Query.query(where("_id").is(userId));
        return mongo.upsert(own, update.setOnInsert("userId", userId), Attended.class)
                .then();
    }

    @Override
    public Flux<String> attendedBy(String userId) {
        return mongo.findById(userId, Attended.class)
                .mapNotNull(Attended::sessions)
                .flatMapIterable(sessions -> sessions);
    }
}
