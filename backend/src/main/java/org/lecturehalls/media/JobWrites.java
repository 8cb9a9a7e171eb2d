package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Single atomic writes to documents that hold a {@link Job}. Each names the token it is based on, and is empty when the job has
 * moved on.
 *
 * @param <T> the document
 */
final class JobWrites<T> {

    private static final FindAndModifyOptions RETURN_NEW =
            FindAndModifyOptions.options().returnNew(true);

    private final ReactiveMongoOperations mongo;
    private final Clock clock;
    private final Class<T> type;

    JobWrites(ReactiveMongoOperations mongo, Clock clock, Class<T> type) {
        this.mongo = mongo;
        this.clock = clock;
        this.type = type;
    }

    /** The job has neither changed its state nor been given to anybody else since it was read. */
    static Criteria asSeen(String id, Job job) {
        return where("_id")
                .is(id)
                .and("job.token")
                .is(job.token())
                .and("job.state")
                .is(job.state());
    }

    /** The attempt with a token runs. */
    static Criteria running(String id, long token) {
        return where("_id").is(id).and("job.token").is(token).and("job.state").is(JobState.RUNNING);
    }

    Mono<T> change(Criteria criteria, Update update) {
        return mongo.findAndModify(Query.query(criteria), update, RETURN_NEW, type);
    }

    /** Notes that a message is about to be sent; empty when another backend has just done so. */
    Mono<T> sending(String id, Job seen) {
        Criteria unsent = asSeen(id, seen).and("job.sentAt").is(seen.sentAt());
        return change(unsent, Update.update("job.sentAt", clock.instant()));
    }

    /** Those whose worker was not heard of in time. */
    Flux<T> silent(int limit) {
        Criteria silent =
                where("job.state").is(JobState.RUNNING).and("job.leaseUntil").lt(clock.instant());
        return mongo.find(Query.query(silent).limit(limit), type);
    }
}
