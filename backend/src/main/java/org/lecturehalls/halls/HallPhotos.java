package org.lecturehalls.halls;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.AssetUse;
import org.lecturehalls.media.LinkPurpose;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.media.Photo;
import org.lecturehalls.platform.StaleVersionException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the photos of halls. One that is taken out is deleted, unless something else shows it. */
@Service
class HallPhotos implements AssetUse {

    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);

    private final ReactiveMongoOperations mongo;
    private final HallRecords halls;
    private final MediaLibrary media;

    HallPhotos(ReactiveMongoOperations mongo, HallRecords halls, MediaLibrary media) {
        this.mongo = mongo;
        this.halls = halls;
        this.media = media;
    }

    /** The album of a hall, and what can be shown of it. */
    record Shown(HallAlbum album, List<Photo> photos) {

        Photo of(HallAlbum.Entry entry) {
            return photos.stream()
                    .filter(photo -> photo.assetId().equals(entry.assetId()))
                    .findFirst()
                    .orElseThrow();
        }

        /** Entries whose photo is there; one may have been refused or have failed after it was put in. */
        List<HallAlbum.Entry> entries() {
            return album.photos().stream()
                    .filter(entry ->
                            photos.stream().anyMatch(photo -> photo.assetId().equals(entry.assetId())))
                    .toList();
        }
    }

    Mono<Shown> of(String hallId, HallViewer viewer) {
        return halls.get(hallId, viewer).flatMap(hall -> album(hallId)).flatMap(this::shown);
    }

    Mono<Shown> put(String hallId, List<HallAlbum.Entry> photos, long version, CurrentUser user) {
        HallAlbum wanted = new HallAlbum(hallId, List.copyOf(photos), version + 1);
        return halls.keptBy(hallId, user)
                .flatMap(hall -> album(hallId))
                .filter(album -> album.version() == version)
                .switchIfEmpty(Mono.error(StaleVersionException::new))
                .flatMap(before -> media.checkPhotos(user, wanted.assetIds(), before.assetIds())
                        .then(save(wanted, version))
                        .flatMap(saved -> discarded(before, saved)))
                .flatMap(this::shown);
    }

    private Mono<HallAlbum> album(String hallId) {
        return mongo.findById(hallId, HallAlbum.class).defaultIfEmpty(HallAlbum.empty(hallId));
    }

    private Mono<HallAlbum> save(HallAlbum wanted, long version) {
        if (version == 0) {
            return mongo.insert(wanted).onErrorMap(DuplicateKeyException.class, e -> new StaleVersionException());
        }
        Query asRead = Query.query(where("_id").is(wanted.id()).and("version").is(version));
        Update update = Update.update("photos", wanted.photos()).set("version", wanted.version());
        return mongo.findAndModify(asRead, update, CHANGED, HallAlbum.class)
                .switchIfEmpty(Mono.error(StaleVersionException::new));
    }

    private Mono<HallAlbum> discarded(HallAlbum before, HallAlbum saved) {
        return Flux.fromIterable(before.assetIds())
                .filter(id -> !saved.assetIds().contains(id))
                .concatMap(media::discard)
                .then(Mono.just(saved));
    }

    private Mono<Shown> shown(HallAlbum album) {
        return media.photos(album.assetIds(), LinkPurpose.PUBLIC).collectList().map(photos -> new Shown(album, photos));
    }

    @Override
    public Mono<Boolean> uses(String assetId) {
        return mongo.exists(Query.query(where("photos.assetId").is(assetId)), HallAlbum.class);
    }
}
