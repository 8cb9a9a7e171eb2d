package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tracks in the database, and the hashes of frames that were taken while they were made. */
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

    /** What of a video is kept to know it again; whichever attempt it is from, it says the same. */
    @Document("frameHashes")
    record Frames(@Id String assetId, String hashes) {}

    Mono<Void> saveFrames(String assetId, String hashes) {
        return hashes.isEmpty()
                ? Mono.empty()
                : mongo.save(new Frames(assetId, hashes)).then();
    }

    Mono<String> frames(String assetId) {
        return mongo.findById(assetId, Frames.class).map(Frames::hashes);
    }

    /** The objects that the tracks of a ready video are in. */
    Flux<String> keysOf(Asset asset) {
        Query current =
                Query.query(where("assetId").is(asset.contentId()).and("token").is(asset.contentToken()));
        return mongo.find(current, Track.class)
                .flatMapIterable(Track::inOrder)
                .map(Stretch::key)
                .distinct();
    }

    Mono<Void> deleteOf(String assetId) {
        return mongo.remove(Query.query(where("assetId").is(assetId)), Track.class)
                .then(mongo.remove(Query.query(where("_id").is(assetId)), Frames.class))
                .then();
    }

    /** Removes the tracks of all attempts but one. */
    Mono<Void> deleteOthers(String assetId, long token) {
        Query others = Query.query(where("assetId").is(assetId).and("token").ne(token));
        return mongo.remove(others, Track.class).then();
    }
}
