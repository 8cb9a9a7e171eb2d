package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tracks in the database. */
@Component
class TrackRecords {

    private final ReactiveMongoOperations mongo;

    TrackRecords(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Writes the tracks of an attempt; the same ones again when an answer comes twice. */
    Mono<Void> save(List<Track> tracks) {
        return Flux.fromIterable(tracks).concatMap(mongo::save).then();
    }

    Mono<Track> get(String assetId, long token, String name) {
        return mongo.findById(Track.idOf(assetId, token, name), Track.class)
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    Mono<Void> deleteOf(String assetId) {
        return mongo.remove(Query.query(where("assetId").is(assetId)), Track.class)
                .then();
    }

    /** Removes the tracks of all attempts but one. */
    Mono<Void> deleteOthers(String assetId, long token) {
        Query others = Query.query(where("assetId").is(assetId).and("token").ne(token));
        return mongo.remove(others, Track.class).then();
    }
}
