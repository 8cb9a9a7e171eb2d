package org.lecturehalls.sessions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class StoredSessionCalls implements SessionCalls {

    private final ReactiveMongoOperations mongo;
    private final SessionStore sessions;

    StoredSessionCalls(ReactiveMongoOperations mongo, SessionStore sessions) {
        this.mongo = mongo;
        this.sessions = sessions;
    }

    @Override
    public Mono<SessionCall> of(String sessionId) {
        return sessions.find(sessionId).map(SessionCall::of);
    }

    @Override
    public Flux<SessionCall> startingBetween(Instant from, Instant to) {
        var soon = where("plan.startsAt").gte(from).lt(to).and("state").is(SessionState.SCHEDULED);
        return mongo.find(Query.query(soon), Session.class).map(SessionCall::of);
    }
}
