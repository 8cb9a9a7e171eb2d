package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.lecturehalls.platform.NotFoundException;
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
            String id, String assetId, String language, String name, int cues, java.time.Instant changedAt) {

        Caption caption() {
            return new Caption(id, assetId, language, name, "", cues, changedAt);
        }
    }

    Mono<Caption> get(String assetId, String language) {
        return mongo.findById(Caption.idOf(assetId, language), Caption.class)
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    Mono<Caption> save(Caption caption) {
        return mongo.save(caption);
    }

    Mono<Void> delete(String assetId, String language) {
        return mongo.remove(Query.query(where("_id").is(Caption.idOf(assetId, language))), Caption.class)
                .then();
    }

    Mono<Void> deleteOf(String assetId) {
        return mongo.remove(Query.query(where("assetId").is(assetId)), Caption.class)
                .then();
    }
}
