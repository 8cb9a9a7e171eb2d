package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Captions in the database. */
@Component
class CaptionRecords {

    private final ReactiveMongoOperations mongo;

    CaptionRecords(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    /** All of a video but their text, by language. */
    Flux<Caption> of(String assetId) {
        Query query = Query.query(where("assetId").is(assetId)).with(Sort.by("language"));
        query.fields().exclude("vtt");
        return mongo.find(query, Bare.class, "captions").map(Bare::caption);
    }

    /** A caption as it is read without its text. */
    private record Bare(
            String id,
            String assetId,
            String language,
            String name,
            int cues,
            java.time.Instant changedAt,
            @Nullable Long changes) {

        Caption caption() {
            return new Caption(id, assetId, language, name, "", cues, changedAt, changes);
        }
    }

    Mono<Caption> get(String assetId, String language) {
        return mongo.findById(Caption.idOf(assetId, language), Caption.class)
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /** Adds captions in a language that has none; empty when it has. */
    Mono<Caption> add(Caption caption) {
        return mongo.insert(caption).onErrorResume(DuplicateKeyException.class, e -> Mono.empty());
    }

    /** Puts others in the place of the version that was seen; empty when it has changed since. */
    Mono<Caption> replace(Caption caption, Caption seen) {
        return mongo.findAndReplace(asSeen(seen), caption).map(before -> caption);
    }

    /** Whether they were removed: not when they have changed since they were seen. */
    Mono<Boolean> delete(Caption seen) {
        return mongo.remove(asSeen(seen), Caption.class).map(removed -> removed.getDeletedCount() > 0);
    }

    private static Query asSeen(Caption seen) {
        return Query.query(where("_id").is(seen.id()).and("changes").is(seen.changes()));
    }

    Mono<Void> deleteOf(String assetId) {
        return mongo.remove(Query.query(where("assetId").is(assetId)), Caption.class)
                .then();
    }
}
