package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Chapters in the database: one document for each video that has, or had, some. */
@Component
class ChapterRecords {

    private final ReactiveMongoOperations mongo;

    ChapterRecords(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    /** @param version grows with each change; 0 while there were never any */
    @Document("chapters")
    record Stored(@Id String assetId, long version, List<Chapter> chapters) {}

    /** Those of a video; none when there are none. */
    Mono<Stored> of(String assetId) {
        return mongo.findById(assetId, Stored.class).defaultIfEmpty(new Stored(assetId, 0, List.of()));
    }

    /** Keeps what a file brought along, unless somebody typed chapters before. */
    Mono<Void> offer(String assetId, List<Chapter> chapters) {
        return mongo.insert(new Stored(assetId, 1, chapters))
                .onErrorResume(DuplicateKeyException.class, e -> Mono.empty())
                .then();
    }

    /** Empty when they have changed since they were seen. */
    Mono<Stored> replace(Stored seen, List<Chapter> chapters) {
        Stored next = new Stored(seen.assetId(), seen.version() + 1, chapters);
        if (seen.version() == 0) {
            return mongo.insert(next).onErrorResume(DuplicateKeyException.class, e -> Mono.empty());
        }
        Query asSeen =
                Query.query(where("_id").is(seen.assetId()).and("version").is(seen.version()));
        return mongo.findAndReplace(asSeen, next).map(before -> next);
    }

    Mono<Void> deleteOf(String assetId) {
        return mongo.remove(Query.query(where("_id").is(assetId)), Stored.class).then();
    }
}
