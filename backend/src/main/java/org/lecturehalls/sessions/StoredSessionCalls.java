package org.lecturehalls.sessions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
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
    private final SessionSettings settings;

    StoredSessionCalls(ReactiveMongoOperations mongo, SessionStore sessions, SessionSettings settings) {
        this.mongo = mongo;
        this.sessions = sessions;
        this.settings = settings;
    }

    @Override
    public Mono<SessionCall> of(String sessionId) {
        return sessions.find(sessionId).map(SessionCall::of);
    }

    @Override
    public Flux<SessionCall> recordsDueBetween(Instant from, Instant to) {
        var wait = Duration.ofDays(settings.recordDue());
        var ended = where("plan.endsAt")
                .gte(from.minus(wait))
                .lt(to.minus(wait))
                .and("state")
                .is(SessionState.SCHEDULED)
                .and("record")
                .is(null);
        return mongo.find(Query.query(ended), Session.class).map(SessionCall::of);
    }

    @Override
    public Flux<SessionCall> startingBetween(Instant from, Instant to) {
        var soon = where("plan.startsAt").gte(from).lt(to).and("state").is(SessionState.SCHEDULED);
        return mongo.find(Query.query(soon), Session.class).map(SessionCall::of);
    }
}
