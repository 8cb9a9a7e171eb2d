package org.lecturehalls.sessions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.bson.Document;
import org.lecturehalls.divisions.DivisionsReplaced;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sessions that have come to lie in another division count there, in figures and campaigns. */
@Component
class ReplacedDivisions {

    private final ReactiveMongoOperations mongo;
    private final ApplicationEventPublisher events;

    ReplacedDivisions(ReactiveMongoOperations mongo, ApplicationEventPublisher events) {
        this.mongo = mongo;
        this.events = events;
    }

    @EventListener
    Mono<Void> on(DivisionsReplaced replaced) {
        Query there = Query.query(where("plan.place.region").in(replaced.codes()));
        there.fields().include("_id");
        return mongo.find(there, Document.class, mongo.getCollectionName(Session.class))
                .map(session -> new SessionChanged(String.valueOf(session.get("_id"))))
                .doOnNext(events::publishEvent)
                .then();
    }
}
