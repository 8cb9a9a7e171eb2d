package org.lecturehalls.media;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.contract.FilmPictures;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.StaleVersionException;
import org.lecturehalls.storage.ObjectStore;
import org.lecturehalls.storage.Presentation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which of its pictures stands for a video: the worker proposes some, and its owner or an officer of the region chooses. */
@Component
class Posters {

    private static final Presentation JPEG = Presentation.as("image/jpeg");

    private final AssetRecords assets;
    private final ObjectStore store;
    private final MediaSettings settings;
    private final Clock clock;

    Posters(AssetRecords assets, ObjectStore store, MediaSettings settings, Clock clock) {
        this.assets = assets;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The pictures to choose from.
     *
     * @param revision of the asset
     * @param chosen number of the one that is shown, from 1; 0 when there is none
     * @param posters addresses, in the order of time
     */
    record Choice(long revision, int chosen, List<String> posters, Instant expiresAt) {}

    Mono<Choice> of(CurrentUser user, String id) {
        return assets.visibleTo(user, id).map(this::choice);
    }

    /** @param number of the poster, from 1 */
    Mono<Choice> choose(CurrentUser user, String id, int number, @Nullable String ifMatch) {
        return assets.visibleTo(user, id)
                .doOnNext(asset -> Etags.check(ifMatch, asset.revision()))
                .flatMap(asset -> assets.choosePoster(asset, key(asset, number)))
                .switchIfEmpty(Mono.error(StaleVersionException::new))
                .map(this::choice);
    }

    private static String key(Asset asset, int number) {
        List<String> keys = keys(asset);
        if (number > keys.size()) {
            throw new InvalidInputException(List.of(FieldProblem.of("number", "no-such-poster")));
        }
        return keys.get(number - 1);
    }

    private static List<String> keys(Asset asset) {
        Product product = asset.product();
        if (product == null) {
            throw new ConflictException("media-not-ready");
        }
        FilmPictures pictures = product.pictures();
        return pictures == null ? List.of() : pictures.posterKeys();
    }

    private Choice choice(Asset asset) {
        List<String> keys = keys(asset);
        Product product = asset.product();
        SigningTime time = SigningTime.at(clock.instant(), settings.privateLinks());
        int chosen = product == null ? -1 : keys.indexOf(product.posterKey());
        return new Choice(
                asset.revision(),
                chosen + 1,
                keys.stream().map(key -> address(key, time)).toList(),
                time.expiresAt());
    }

    private String address(String key, SigningTime time) {
        return store.signRead(key, JPEG, time.signedAt(), time.validity()).url().toString();
    }
}
