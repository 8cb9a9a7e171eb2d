package org.lecturehalls.media;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.lecturehalls.platform.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What playback tokens are signed with: the same for all backends, given or made once. */
@Component
class PlaybackSecret {

    private static final String ID = "playback";
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final ReactiveMongoOperations mongo;
    private final Mono<byte[]> secret;

    PlaybackSecret(ReactiveMongoOperations mongo, MediaSettings settings) {
        this.mongo = mongo;
        String given = settings.playbackSecret();
        Mono<String> text = given != null ? Mono.just(given) : stored();
        this.secret = text.map(t -> t.getBytes(StandardCharsets.UTF_8))
                .cache(value -> FOR_EVER, error -> Duration.ZERO, () -> Duration.ZERO);
    }

    Mono<byte[]> get() {
        return secret;
    }

    private Mono<String> stored() {
        return find().switchIfEmpty(Mono.defer(this::make)).map(Stored::value);
    }

    private Mono<Stored> find() {
        return mongo.findById(ID, Stored.class);
    }

    /** Two backends may both find none; the one that comes second takes the other's. */
    private Mono<Stored> make() {
        return mongo.insert(new Stored(ID, Ids.next() + Ids.next()))
                .onErrorResume(DuplicateKeyException.class, e -> find());
    }

    @Document("mediaSecrets")
    record Stored(@Id String id, String value) {}
}
