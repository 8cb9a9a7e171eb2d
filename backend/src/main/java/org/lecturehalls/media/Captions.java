package org.lecturehalls.media;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.captions.CaptionFile;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.LimitExceededException;
import org.lecturehalls.platform.StaleVersionException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The captions of videos and audio lessons: their owner and the officers of the region add, replace and remove them. */
@Service
class Captions {

    static final int MOST_LANGUAGES = 10;

    private final AssetRecords assets;
    private final CaptionRecords captions;
    private final Clock clock;

    Captions(AssetRecords assets, CaptionRecords captions, Clock clock) {
        this.assets = assets;
        this.captions = captions;
        this.clock = clock;
    }

    /** Captions that were kept, and what their file was. */
    record Kept(Caption caption, CaptionFile.Found found) {}

    Mono<List<Caption>> list(CurrentUser user, String assetId) {
        return assets.visibleTo(user, assetId).then(captions.of(assetId).collectList());
    }

    /** With their text. */
    Mono<Caption> get(CurrentUser user, String assetId, String language) {
        return assets.visibleTo(user, assetId).then(captions.get(assetId, language));
    }

    /**
     * Reading a file of a megabyte takes a processor for a moment, so it is done off the event loops.
     *
     * @param ifMatch the version to replace; null only where there are none in this language
     */
    Mono<Kept> put(
            CurrentUser user, String assetId, String language, String name, byte[] file, @Nullable String ifMatch) {
        return assets.visibleTo(user, assetId)
                .map(asset -> asset.seconds("caption-without-video"))
                .zipWhen(seconds -> captions.of(assetId).collectList())
                .publishOn(Schedulers.parallel())
                .flatMap(both -> {
                    Optional<Caption> before = checked(both.getT2(), language, name, ifMatch);
                    CaptionFile read = CaptionFile.read(file, both.getT1());
                    return keep(caption(assetId, language, name, read, before), before)
                            .map(kept -> new Kept(kept, read.found()));
                });
    }

    /** What there is in the language, when nothing stands against new captions. */
    private static Optional<Caption> checked(
            List<Caption> there, String language, String name, @Nullable String ifMatch) {
        Optional<Caption> before =
                there.stream().filter(each -> each.language().equals(language)).findFirst();
        if (before.isEmpty() && there.size() >= MOST_LANGUAGES) {
            throw new LimitExceededException("too-many-captions", MOST_LANGUAGES);
        }
        boolean taken = there.stream()
                .anyMatch(
                        each -> !each.language().equals(language) && each.name().equalsIgnoreCase(name));
        if (taken) {
            throw new InvalidInputException(List.of(FieldProblem.of("name", "caption-name-taken")));
        }
        before.ifPresent(seen -> Etags.check(ifMatch, seen.version()));
        if (before.isEmpty() && ifMatch != null && !ifMatch.isBlank()) {
            throw new StaleVersionException();
        }
        return before;
    }

    private Mono<Caption> keep(Caption caption, Optional<Caption> before) {
        return before.map(seen -> captions.replace(caption, seen))
                .orElseGet(() -> captions.add(caption))
                .switchIfEmpty(Mono.error(StaleVersionException::new));
    }

    private Caption caption(String assetId, String language, String name, CaptionFile file, Optional<Caption> before) {
        long version = before.map(Caption::version).orElse(0L) + 1;
        String id = Caption.idOf(assetId, language);
        return new Caption(id, assetId, language, name, file.vtt(), file.cues(), clock.instant(), version);
    }

    /** Nothing when there are none. */
    Mono<Void> delete(CurrentUser user, String assetId, String language, @Nullable String ifMatch) {
        return assets.visibleTo(user, assetId)
                .thenMany(captions.of(assetId))
                .filter(there -> there.language().equals(language))
                .next()
                .doOnNext(there -> Etags.check(ifMatch, there.version()))
                .flatMap(captions::delete)
                .flatMap(removed -> removed ? Mono.empty() : Mono.error(new StaleVersionException()));
    }
}
