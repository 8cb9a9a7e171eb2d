package org.lecturehalls.media;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.PhotoReady.PhotoSize;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.storage.ObjectStore;
import org.lecturehalls.storage.Presentation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Photos that stand on the pages of other capabilities. */
@Component
class Photos {

    private static final Presentation JPEG = Presentation.as("image/jpeg");
    private static final Set<MediaState> SHOWABLE = Set.of(MediaState.READY, MediaState.PROCESSING);

    private final AssetRecords assets;
    private final ObjectStore store;
    private final MediaSettings settings;
    private final Clock clock;

    Photos(AssetRecords assets, ObjectStore store, MediaSettings settings, Clock clock) {
        this.assets = assets;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    Flux<Photo> of(List<String> ids, LinkPurpose purpose) {
        return found(ids)
                .flatMapIterable(found ->
                        ids.stream().map(found::get).filter(Objects::nonNull).toList())
                .filter(Photos::isShowable)
                .map(asset -> of(asset, time(purpose)));
    }

    private Mono<Map<String, Asset>> found(Collection<String> ids) {
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : assets.all(Set.copyOf(ids)).collectMap(Asset::id, Function.identity());
    }

    private static boolean isShowable(Asset asset) {
        return asset.kind() == MediaKind.PHOTO && SHOWABLE.contains(asset.state());
    }

    private SigningTime time(LinkPurpose purpose) {
        Duration validity = purpose == LinkPurpose.PUBLIC ? settings.publishedLinks() : settings.privateLinks();
        return SigningTime.at(clock.instant(), validity);
    }

    private Photo of(Asset asset, SigningTime time) {
        Product product = asset.product();
        List<PhotoSize> sizes =
                product == null ? List.of() : Objects.requireNonNullElse(product.photo(), List.<PhotoSize>of());
        return new Photo(
                asset.id(),
                asset.state(),
                sizes.stream().map(size -> of(size, time)).toList());
    }

    private Photo.Size of(PhotoSize size, SigningTime time) {
        var url = store.signRead(size.key(), JPEG, time.signedAt(), time.validity())
                .url()
                .toString();
        return new Photo.Size(url, size.width(), size.height());
    }

    Mono<Void> check(CurrentUser user, List<String> ids, Collection<String> known) {
        Set<String> fresh = ids.stream().filter(id -> !known.contains(id)).collect(Collectors.toUnmodifiableSet());
        return found(fresh)
                .doOnNext(found -> refuse(ids, id -> !fresh.contains(id) || isFor(user, found.get(id))))
                .then();
    }

    private static boolean isFor(CurrentUser user, @org.jspecify.annotations.Nullable Asset asset) {
        return asset != null && isShowable(asset) && AssetRecords.sees(user, asset);
    }

    private static void refuse(List<String> ids, java.util.function.Predicate<String> good) {
        List<FieldProblem> wrong = IntStream.range(0, ids.size())
                .filter(i -> !good.test(ids.get(i)) || ids.indexOf(ids.get(i)) != i)
                .mapToObj(i -> FieldProblem.of("photos[" + i + "]", "no-such-photo"))
                .toList();
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
    }
}
