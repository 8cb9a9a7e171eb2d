package org.lecturehalls.media;

import java.time.Clock;
import java.util.List;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.captions.CaptionFile;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.LimitExceededException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The captions of videos and audio lessons: their owner and the officers of the region add, replace and remove them. */
@Service
class Captions {

    private static final int MOST_LANGUAGES = 10;

    private final AssetRecords assets;
    private final CaptionRecords captions;
    private final Clock clock;

    Captions(AssetRecords assets, CaptionRecords captions, Clock clock) {
        this.assets = assets;
        this.captions = captions;
        this.clock = clock;
    }

    Mono<List<Caption>> list(CurrentUser user, String assetId) {
        return assets.visibleTo(user, assetId).then(captions.of(assetId).collectList());
    }

    /** Reading a file of a megabyte takes a processor for a moment, so it is done off the event loops. */
    Mono<Caption> put(CurrentUser user, String assetId, String language, String name, byte[] file) {
        return assets.visibleTo(user, assetId)
                .flatMap(asset -> length(asset))
                .delayUntil(seconds -> room(assetId, language))
                .publishOn(Schedulers.parallel())
                .map(seconds -> caption(assetId, language, name, CaptionFile.read(file, seconds)))
                .flatMap(captions::save);
    }

    /** Of a video that is ready: captions are cut to its length. */
    private static Mono<Double> length(Asset asset) {
        if (asset.kind() != MediaKind.VIDEO) {
            return Mono.error(new InvalidInputException("caption-without-video"));
        }
        Product product = asset.product();
        Double seconds = product == null ? null : product.durationSeconds();
        return seconds == null ? Mono.error(new ConflictException("media-not-ready")) : Mono.just(seconds);
    }

    private Mono<Void> room(String assetId, String language) {
        return captions.of(assetId)
                .filter(there -> !there.language().equals(language))
                .count()
                .filter(others -> others >= MOST_LANGUAGES)
                .flatMap(full -> Mono.error(new LimitExceededException("too-many-captions", MOST_LANGUAGES)));
    }

    private Caption caption(String assetId, String language, String name, CaptionFile file) {
        String id = Caption.idOf(assetId, language);
        return new Caption(id, assetId, language, name, file.vtt(), file.cues(), clock.instant());
    }

    Mono<Void> delete(CurrentUser user, String assetId, String language) {
        return assets.visibleTo(user, assetId).then(captions.delete(assetId, language));
    }
}
