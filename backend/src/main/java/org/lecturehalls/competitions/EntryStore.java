package org.lecturehalls.competitions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Collection;
import java.util.Map;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where entries are kept. */
@Component
class EntryStore {

    private static final FindAndModifyOptions RETURN_NEW =
            FindAndModifyOptions.options().returnNew(true);

    private final ReactiveMongoOperations mongo;

    EntryStore(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    Mono<Entry> insert(Entry entry) {
        return mongo.insert(entry);
    }

    /** Adds a version, which counts once the contest says so; empty when there are {@code most} already. */
    Mono<Entry> add(String id, Entry.Text text, int most) {
        Query room =
                Query.query(where("_id").is(id).and("versions." + (most - 1)).exists(false));
        return mongo.findAndModify(room, new Update().push("versions", text), RETURN_NEW, Entry.class);
    }

    Mono<Void> remove(String id) {
        return mongo.remove(Query.query(where("_id").is(id)), Entry.class).then();
    }

    Mono<Entry> find(String id) {
        return mongo.findById(id, Entry.class);
    }

    Mono<Map<String, Entry>> byId(Collection<String> ids) {
        return mongo.find(Query.query(where("_id").in(ids)), Entry.class).collectMap(Entry::id);
    }
}
