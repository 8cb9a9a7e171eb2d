package org.lecturehalls.learning;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where places are kept. */
@Component
class ProgressStore {

    private final ReactiveMongoOperations mongo;

    ProgressStore(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Saves a place, over any earlier one. */
    Mono<Progress> save(Progress progress) {
        return mongo.save(progress);
    }

    Mono<Progress> find(String userId, String lessonId) {
        return mongo.findById(Progress.id(userId, lessonId), Progress.class);
    }

    Flux<Progress> find(String userId, Collection<String> lessonIds) {
        List<String> ids =
                lessonIds.stream().map(lesson -> Progress.id(userId, lesson)).toList();
        return mongo.find(Query.query(where("_id").in(ids)), Progress.class);
    }

    /** The latest saved first. */
    Flux<Progress> latest(String userId, int limit) {
        Query query = Query.query(where("userId").is(userId))
                .with(Sort.by(Sort.Direction.DESC, "updatedAt", "_id"))
                .limit(limit);
        return mongo.find(query, Progress.class);
    }
}
