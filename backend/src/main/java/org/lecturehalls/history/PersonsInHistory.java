package org.lecturehalls.history;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Set;
import org.lecturehalls.persons.PersonalItem;
import org.lecturehalls.persons.PersonalRecords;
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
public final class PersonsInHistory implements PersonalRecords {

    private final PersonalRecords others;
    private final ReactiveMongoOperations mongo;
    private final String collection;
    private final String idField;
    private final String nameField;

    /** @param others what else the capability keeps about people */
    public PersonsInHistory(
            PersonalRecords others,
            ReactiveMongoOperations mongo,
            String collection,
            String idField,
            String nameField) {
        this.others = others;
        this.mongo = mongo;
        this.collection = collection;
        this.idField = idField;
        this.nameField = nameField;
    }

    @Override
    public String capability() {
        return others.capability();
    }

    @Override
    public Set<String> fields() {
        return others.fields();
    }

    @Override
    public Flux<PersonalItem> of(String userId) {
        return others.of(userId);
    }

    @Override
    public Mono<Long> erase(String userId, String alias) {
        return others.erase(userId, alias)
                .flatMap(count -> Flux.just("before", "after")
                        .concatMap(side -> Flux.just(collection, "revisions")
                                .concatMap(place -> forget(place, side, userId, alias)))
                        .reduce(count, Long::sum));
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
