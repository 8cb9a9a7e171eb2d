package org.lecturehalls.learning;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.bulk.BulkWriteResult;
import java.util.Collection;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.ReactiveBulkOperations;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where progress is kept. */
@Component
class ProgressStore {

    private final ReactiveMongoOperations mongo;

    ProgressStore(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Another backend was quicker with one of the documents; the others are written. */
    static final class Outrun extends RuntimeException {
        Outrun() {
            super("outrun", null, false, false);
        }
    }

    /** Writes all of them at once, each only over the version it was made from. Fails with {@link Outrun}. */
    Mono<Void> writeAll(Collection<Progress> changed) {
        ReactiveBulkOperations bulk = mongo.bulkOps(BulkMode.UNORDERED, Progress.class);
        for (Progress progress : changed) {
            if (progress.version() == Progress.NEW) {
                bulk.insert(progress.next());
            } else {
                bulk.replaceOne(asRead(progress), progress.next());
            }
        }
        return bulk.execute()
                .onErrorMap(DuplicateKeyException.class, first -> new Outrun())
                .filter(result -> written(result) == changed.size())
                .switchIfEmpty(Mono.error(Outrun::new))
                .then();
    }

    private static Query asRead(Progress progress) {
        return Query.query(where("_id").is(progress.id()).and("version").is(progress.version()));
    }

    private static int written(BulkWriteResult result) {
        return result.getInsertedCount() + result.getMatchedCount();
    }

    Mono<Progress> find(String userId, String lessonId) {
        return mongo.findById(Progress.id(userId, lessonId), Progress.class);
    }

    Flux<Progress> find(String userId, Collection<String> lessonIds) {
        return find(
                lessonIds.stream().map(lesson -> Progress.id(userId, lesson)).toList());
    }

    Flux<Progress> find(List<String> ids) {
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
