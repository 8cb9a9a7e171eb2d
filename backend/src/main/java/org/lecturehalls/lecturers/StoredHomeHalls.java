package org.lecturehalls.lecturers;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class StoredHomeHalls implements HomeHalls {

    private final ReactiveMongoOperations mongo;

    StoredHomeHalls(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<String> ofUser(String userId) {
        return mongo.findOne(Query.query(where("userId").is(userId)), Lecturer.class)
                .filter(Lecturer::inUse)
                .mapNotNull(Lecturer::homeHallId);
    }
}
