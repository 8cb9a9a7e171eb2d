package org.lecturehalls.media;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.media.contract.SoundTrack;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.LimitExceededException;
import org.lecturehalls.platform.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Has a video or audio lesson encoded once more from what was uploaded, with another of its sounds, with other treatment of
 * it, or with a picture of 1080 lines. What comes of it is an asset of its own until it is verified, and then takes the place
 * of the old content as a replaced file does ({@link Replacements}), so that whoever watches is never left without. Only the
 * source is not uploaded again but shared.
 */
@Component
class SecondEncodings {

    private static final Logger LOG = LoggerFactory.getLogger(SecondEncodings.class);

    private final AssetRecords assets;
    private final ReplacementRecords records;
    private final Replacements replacements;
    private final JobDispatch dispatch;
    private final Limits limits;
    private final Clock clock;

    SecondEncodings(
            AssetRecords assets,
            ReplacementRecords records,
            Replacements replacements,
            JobDispatch dispatch,
            Limits limits,
            Clock clock) {
        this.assets = assets;
        this.records = records;
        this.replacements = replacements;
        this.dispatch = dispatch;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * What is to be heard and seen.
     *
     * @param track which of the file's sounds, from 0; null for the usual one
     * @param fullHd whether the picture is wanted at 1080 lines too
     */
    record Wanted(SoundChoice sound, @Nullable Integer track, boolean fullHd) {

        boolean isOf(Asset asset) {
            return soundsLike(asset) && fullHd == asset.isInFullHd();
        }

        boolean soundsLike(Asset asset) {
            return sound == asset.treatment() && Objects.equals(track, asset.soundTrack());
        }
    }

    /** Begins, or goes on with the same that was begun before. Answers the asset that is on its way. */
    Mono<Asset> begin(CurrentUser user, String id, Wanted asked) {
        return assets.own(user, id).flatMap(asset -> begin(asset, checked(asset, asked)));
    }

    private Mono<Asset> begin(Asset asset, Wanted wanted) {
        return records.awaitedFor(asset.id())
                .filter(awaited -> isBegun(awaited, wanted))
                .switchIfEmpty(Mono.defer(() -> insert(asset, wanted)));
    }

    private static boolean isBegun(Asset awaited, Wanted wanted) {
        return awaited.isSecondEncoding() && awaited.job().isOpen() && wanted.isOf(awaited);
    }

    private Mono<Asset> insert(Asset asset, Wanted wanted) {
        Asset again = asset.encodedAgain(Ids.next(), wanted.sound(), wanted.track(), wanted.fullHd(), clock.instant());
        return replacements
                .checkFree(asset.id())
                .then(Mono.defer(() -> records.openEncodings(asset.ownerId())))
                .doOnNext(this::checkBound)
                .then(Mono.defer(() -> records.insert(again)))
                .doOnNext(begun -> LOG.info("{} is encoded again as {}: {}", asset.id(), begun.id(), wanted))
                .delayUntil(dispatch::send);
    }

    private void checkBound(long open) {
        if (open >= limits.openUploads()) {
            throw new LimitExceededException("too-many-encodings", limits.openUploads());
        }
    }

    private static Wanted checked(Asset asset, Wanted asked) {
        Product product = checked(asset);
        Wanted wanted = new Wanted(asked.sound(), unlessUsual(product, asked.track()), asked.fullHd());
        // Which sounds an older asset has, only another encoding tells.
        if (product.soundTracks() != null && wanted.isOf(asset)) {
            throw new ConflictException("encoding-unchanged");
        }
        if (product.sound() == null && !wanted.soundsLike(asset)) {
            throw new ConflictException("nothing-to-hear");
        }
        return wanted;
    }

    private static Product checked(Asset asset) {
        Product product = asset.product();
        if (asset.kind() != MediaKind.VIDEO || asset.isSecondEncoding()) {
            throw new ConflictException("cannot-be-encoded-again");
        }
        if (asset.state() != MediaState.READY || product == null) {
            throw new ConflictException("media-not-ready");
        }
        if (asset.sourceGoneAt() != null) {
            throw new ConflictException("source-gone");
        }
        return product;
    }

    /** Whoever chooses the usual sound by its number wants what was there before anybody chose. */
    private static @Nullable Integer unlessUsual(Product product, @Nullable Integer track) {
        if (track == null) {
            return null;
        }
        SoundTrack chosen = product.soundTrack(track).orElseThrow(SecondEncodings::noSuchTrack);
        return chosen.usual() ? null : track;
    }

    private static InvalidInputException noSuchTrack() {
        return new InvalidInputException(List.of(FieldProblem.of("soundTrack", "no-such-sound-track")));
    }
}
