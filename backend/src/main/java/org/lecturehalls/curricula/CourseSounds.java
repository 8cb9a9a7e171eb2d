package org.lecturehalls.curricula;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.lecturehalls.platform.Pinyin;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Adds how their titles sound to courses that were stored before that was kept. */
@Component
class CourseSounds {

    private static final int A_ROUND = 500;

    private final ReactiveMongoOperations mongo;

    CourseSounds(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
        // Reads the dictionary here, so that no event loop ever waits for it.
        Pinyin.lines("讲习");
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 5_000)
    Mono<Void> addMissing() {
        return Mono.defer(this::addMissingNow);
    }

    private Mono<Void> addMissingNow() {
        return mongo.find(Query.query(where("pinyin").is(null)).limit(A_ROUND), Course.class)
                .concatMap(this::add)
                .then();
    }

    private Mono<Void> add(Course course) {
        // The version stays, since nothing that anybody wrote changes; a change that comes between does the same
        // itself.
        Query same = Query.query(where("_id").is(course.id()).and("version").is(course.version()));
        Update sounds =
                Update.update("pinyin", Pinyin.lines(course.description().title()));
        return mongo.updateFirst(same, sounds, mongo.getCollectionName(Course.class))
                .then();
    }
}
