package org.lecturehalls.competitions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Collection;
import java.util.Map;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where entries are kept. */
@Component
class EntryStore {

    private final ReactiveMongoOperations mongo;

    EntryStore(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    Mono<Entry> insert(Entry entry) {
        return mongo.insert(entry);
    }

    Mono<Void> remove(String id) {
        return mongo.remove(Query.query(where("_id").is(id)), Entry.class).then();
    }

    Mono<Map<String, Entry>> byId(Collection<String> ids) {
        return mongo.find(Query.query(where("_id").in(ids)), Entry.class).collectMap(Entry::id);
    }
}
