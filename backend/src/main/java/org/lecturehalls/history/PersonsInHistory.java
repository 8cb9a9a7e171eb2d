package org.lecturehalls.history;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Forgets also who stood in a field of a record once: old and new values of the history tell of it long after the field
 * has another. What a name alone stands for is not known, so a name goes only where the id beside it is the person's.
 */
public final class PersonsInHistory {

    private final ReactiveMongoOperations mongo;
    private final String collection;
    private final String idField;
    private final String nameField;

    /** @param idField where, in records of the collection, the person's id stands, with the name in another field beside it */
    public PersonsInHistory(ReactiveMongoOperations mongo, String collection, String idField, String nameField) {
        this.mongo = mongo;
        this.collection = collection;
        this.idField = idField;
        this.nameField = nameField;
    }

    /** Can be repeated. @return how many documents changed */
    public Mono<Long> forget(String userId, String alias) {
        return Flux.just("before", "after")
                .concatMap(side ->
                        Flux.just(collection, "revisions").concatMap(place -> forget(place, side, userId, alias)))
                .reduce(0L, Long::sum);
    }

    /** The name goes first: it is found by the id. */
    private Mono<Long> forget(String place, String side, String userId, String alias) {
        Criteria named = where("field").is(idField).and(side).is(userId);
        Query query = Query.query(where("revision.changes").elemMatch(named));
        Update name = new Update()
                .set("revision.changes.$[name]." + side, "")
                .filterArray(where("name.field").is(nameField));
        Update id = new Update()
                .set("revision.changes.$[id]." + side, alias)
                .filterArray(where("id." + side).is(userId));
        return mongo.updateMulti(query, name, place)
                .then(mongo.updateMulti(query, id, place))
                .map(result -> result.getModifiedCount());
    }
}
