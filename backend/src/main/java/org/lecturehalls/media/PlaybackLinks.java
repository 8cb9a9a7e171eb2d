package org.lecturehalls.media;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.contract.FilmPictures;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.PhotoReady.PhotoSize;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.WebSettings;
import org.lecturehalls.storage.ObjectStore;
import org.lecturehalls.storage.Presentation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the addresses under which an asset can be played or read. */
@Component
class PlaybackLinks {

    private static final Presentation JPEG = Presentation.as("image/jpeg");
    private static final Presentation PDF = Presentation.as("application/pdf");
    private static final Presentation TEXT = Presentation.as("text/plain; charset=utf-8");

    private final AssetRecords assets;
    private final ChapterRecords chapters;
    private final PlaybackTokens tokens;
    private final ObjectStore store;
    private final MediaSettings settings;
    private final WebSettings web;
    private final Clock clock;

    PlaybackLinks(
            AssetRecords assets,
            ChapterRecords chapters,
            PlaybackTokens tokens,
            ObjectStore store,
            MediaSettings settings,
            WebSettings web,
            Clock clock) {
        this.assets = assets;
        this.chapters = chapters;
        this.tokens = tokens;
        this.store = store;
        this.settings = settings;
        this.web = web;
        this.clock = clock;
    }

    /** The addresses and, for owners and officers, that of the plain text of a document. */
    record Links(
            @Nullable String master,
            @Nullable String poster,
            @Nullable String thumbnails,
            List<Chapter> chapters,
            @Nullable String pdf,
            List<String> pageImages,
            @Nullable String text,
            Instant expiresAt) {}

    /** For whoever may see the asset: anyone when it is published, else its owner and the officers of its region. */
    Mono<Links> forReader(@Nullable CurrentUser user, String id) {
        return assets.get(id)
                .filter(asset -> asset.published() || (user != null && AssetRecords.sees(user, asset)))
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .flatMap(asset -> of(asset, asset.published() ? LinkPurpose.PUBLIC : LinkPurpose.OWNER));
    }

    /** For a purpose; the caller has checked who is asking. */
    Mono<MediaLinks> forPurpose(String id, LinkPurpose purpose) {
        return assets.get(id)
                .filter(asset -> purpose != LinkPurpose.PUBLIC || asset.published())
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .flatMap(asset -> of(asset, purpose))
                .map(l -> new MediaLinks(
                        l.master(), l.poster(), l.thumbnails(), l.chapters(), l.pdf(), l.pageImages(), l.expiresAt()));
    }

    private Mono<Links> of(Asset asset, LinkPurpose purpose) {
        Product product = asset.product();
        boolean preview = product == null && purpose == LinkPurpose.OWNER && Playback.isPlayable(asset);
        if (product == null && !preview) {
            return Mono.error(new ConflictException("media-not-ready"));
        }
        boolean open = purpose == LinkPurpose.PUBLIC;
        SigningTime time = SigningTime.at(clock.instant(), open ? settings.publishedLinks() : settings.privateLinks());
        if (product != null && asset.kind() == MediaKind.PHOTO) {
            return Mono.just(photo(product, time));
        }
        if (product != null && asset.kind() == MediaKind.DOCUMENT) {
            return Mono.just(document(product, purpose, time));
        }
        Mono<String> token = open ? Mono.just("") : tokens.issue(asset.id(), time.expiresAt());
        return token.zipWith(chapters.of(asset.id()))
                .map(both ->
                        video(asset.id(), product, both.getT1(), both.getT2().chapters(), time));
    }

    private Links video(String id, @Nullable Product product, String token, List<Chapter> chapters, SigningTime time) {
        String query = token.isEmpty() ? "" : "?token=" + token;
        String base = web.publicUrl() + "/api/v1/playback/" + id;
        String poster = product == null ? null : product.posterKey();
        FilmPictures pictures = product == null ? null : product.pictures();
        String thumbnails = pictures == null || pictures.strip() == null ? null : base + "/thumbnails.vtt" + query;
        return new Links(
                base + "/master.m3u8" + query,
                sign(poster, JPEG, time),
                thumbnails,
                chapters,
                null,
                List.of(),
                null,
                time.expiresAt());
    }

    /** All sizes, smallest first. */
    private Links photo(Product product, SigningTime time) {
        List<String> sizes = Objects.requireNonNullElse(product.photo(), List.<PhotoSize>of()).stream()
                .map(size -> Objects.requireNonNull(sign(size.key(), JPEG, time)))
                .toList();
        String largest = sizes.isEmpty() ? null : sizes.get(sizes.size() - 1);
        return new Links(null, largest, null, List.of(), null, sizes, null, time.expiresAt());
    }

    /** A judge gets the copy that does not name its author, and no text, which may. */
    private Links document(Product product, LinkPurpose purpose, SigningTime time) {
        boolean blind = purpose == LinkPurpose.JUDGE;
        List<String> pages = product.pageImageKeys().stream()
                .map(key -> Objects.requireNonNull(sign(key, JPEG, time)))
                .toList();
        return new Links(
                null,
                null,
                null,
                List.of(),
                sign(blind ? product.blindPdfKey() : product.pdfKey(), PDF, time),
                pages,
                blind ? null : sign(product.textKey(), TEXT, time),
                time.expiresAt());
    }

    private @Nullable String sign(@Nullable String key, Presentation presentation, SigningTime time) {
        return key == null
                ? null
                : store.signRead(key, presentation, time.signedAt(), time.validity())
                        .url()
                        .toString();
    }
}
