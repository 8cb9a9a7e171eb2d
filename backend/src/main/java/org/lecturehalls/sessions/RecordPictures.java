package org.lecturehalls.sessions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.AssetUse;
import org.lecturehalls.media.LinkPurpose;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.media.Photo;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The photos in records of sessions. As public as the record; one that is taken out is deleted. */
@Component
class RecordPictures implements AssetUse {

    private final ReactiveMongoOperations mongo;
    private final MediaLibrary media;

    RecordPictures(ReactiveMongoOperations mongo, MediaLibrary media) {
        this.mongo = mongo;
        this.media = media;
    }

    Mono<List<Photo>> of(SessionRecord record) {
        return media.photos(record.photoAssetIds(), LinkPurpose.PUBLIC).collectList();
    }

    /** Whether somebody may put photos into a session's record. Those that stand there may stay. */
    Mono<Void> check(Session session, List<String> photos, CurrentUser user) {
        return media.checkPhotos(user, photos, photosOf(session));
    }

    /** Deletes photos that a record no longer has. */
    Mono<Session> dropped(Session before, Session after) {
        List<String> kept = photosOf(after);
        return Flux.fromIterable(photosOf(before))
                .filter(id -> !kept.contains(id))
                .concatMap(media::discard)
                .then(Mono.just(after));
    }

    private static List<String> photosOf(Session session) {
        SessionRecord record = session.record();
        return record == null ? List.of() : record.photoAssetIds();
    }

    @Override
    public Mono<Boolean> uses(String assetId) {
        return mongo.exists(Query.query(where("record.photoAssetIds").is(assetId)), Session.class);
    }
}
