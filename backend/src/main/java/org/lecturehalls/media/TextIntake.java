package org.lecturehalls.media;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.captions.CaptionFile;
import org.lecturehalls.media.contract.FilmTexts;
import org.lecturehalls.media.contract.FilmTexts.Subtitles;
import org.lecturehalls.storage.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes over what a file brought along in words: its chapters, and its text tracks as captions, which go the same way as
 * uploaded ones. What the lecturer has typed or uploaded stays. Nothing of it ever holds up a video: what is of no use is
 * left out.
 */
@Component
class TextIntake {

    private static final Logger LOG = LoggerFactory.getLogger(TextIntake.class);

    private final CaptionRecords captions;
    private final ChapterRecords chapters;
    private final ObjectStore store;
    private final Clock clock;

    TextIntake(CaptionRecords captions, ChapterRecords chapters, ObjectStore store, Clock clock) {
        this.captions = captions;
        this.chapters = chapters;
        this.store = store;
        this.clock = clock;
    }

    /** @param prefix under which the worker stored what it took over */
    Mono<Void> take(String assetId, @Nullable FilmTexts texts, @Nullable String prefix, double seconds) {
        if (texts == null || prefix == null) {
            return Mono.empty();
        }
        Mono<Void> subtitles = Flux.fromIterable(texts.subtitles())
                .take(FilmTexts.MOST_SUBTITLES)
                .filter(each -> each.key().startsWith(prefix) && !each.key().contains(".."))
                .concatMap(each -> take(assetId, each, seconds))
                .then();
        return chapters(assetId, texts, seconds)
                .then(captions.of(assetId).hasElements())
                .filter(some -> !some)
                .flatMap(none -> subtitles);
    }

    private Mono<Void> chapters(String assetId, FilmTexts texts, double seconds) {
        List<Chapter> sensible = texts.chapters().stream()
                .filter(each -> each.seconds() >= 0 && each.seconds() < seconds)
                .filter(each -> !each.title().isBlank() && each.title().length() <= 2 * FilmTexts.MOST_TITLE)
                .limit(FilmTexts.MOST_CHAPTERS)
                .map(each -> new Chapter(each.seconds(), each.title()))
                .toList();
        return sensible.isEmpty() ? Mono.empty() : chapters.offer(assetId, sensible);
    }

    private Mono<Void> take(String assetId, Subtitles track, double seconds) {
        return store.get(track.key(), CaptionFile.MOST_BYTES)
                .publishOn(Schedulers.parallel())
                .map(bytes -> CaptionFile.read(bytes, seconds))
                .zipWith(captions.of(assetId).collectList())
                .flatMap(both -> add(assetId, track, both.getT1(), both.getT2()))
                .doOnError(e -> LOG.info("A text track of asset {} is left out: {}", assetId, e.toString()))
                .onErrorComplete()
                .then();
    }

    private Mono<Caption> add(String assetId, Subtitles track, CaptionFile file, List<Caption> there) {
        TrackName name = TrackName.of(track.language(), track.title()).among(there);
        String id = Caption.idOf(assetId, name.language());
        return captions.add(
                new Caption(id, assetId, name.language(), name.name(), file.vtt(), file.cues(), clock.instant(), 1L));
    }
}
