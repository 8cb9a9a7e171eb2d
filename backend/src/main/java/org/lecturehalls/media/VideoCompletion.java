package org.lecturehalls.media;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lecturehalls.media.contract.VideoPlan;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes one product of all parts of a shared video. */
@Component
class VideoCompletion {

    private final VideoPartRecords parts;
    private final TrackRecords tracks;
    private final TextIntake texts;
    private final JobCompletion completion;
    private final Clock clock;

    VideoCompletion(
            VideoPartRecords parts, TrackRecords tracks, TextIntake texts, JobCompletion completion, Clock clock) {
        this.parts = parts;
        this.tracks = tracks;
        this.texts = texts;
        this.completion = completion;
        this.clock = clock;
    }

    Mono<Void> complete(Asset asset, VideoPlan plan) {
        long token = asset.job().token();
        return parts.of(asset.id(), token)
                .flatMap(all -> tracks.save(tracksOf(asset, plan, all))
                        .then(tracks.saveFrames(asset.id(), FrameHashes.joined(all)))
                        .then(takeTexts(asset, plan, all))
                        .then(completion.finish(asset, GrowingTracks.product(plan, all), leftOvers(all))))
                .flatMap(done -> parts.deleteOf(asset.id()));
    }

    private Mono<Void> takeTexts(Asset asset, VideoPlan plan, List<VideoPart> all) {
        double seconds = GrowingTracks.seconds(plan, all);
        return Flux.fromIterable(all)
                .filter(part -> part.pictures() != null)
                .concatMap(part -> texts.take(
                        asset.id(),
                        Objects.requireNonNull(part.pictures()).texts(),
                        part.job().prefix(),
                        seconds))
                .then();
    }

    private static List<Track> tracksOf(Asset asset, VideoPlan plan, List<VideoPart> all) {
        List<String> names = new ArrayList<>();
        plan.rungs().forEach(rung -> names.add(rung.name()));
        names.addAll(plan.sound() ? List.of(Track.SOUND) : List.of());
        return names.stream()
                .map(name -> Track.of(asset.id(), asset.job().token(), name, GrowingTracks.of(name, all)))
                .toList();
    }

    /** What attempts have stored that came to nothing; once more later, for what a frozen worker stores then. */
    private List<Garbage> leftOvers(List<VideoPart> all) {
        Instant now = clock.instant();
        List<Garbage> garbage = new ArrayList<>();
        for (VideoPart part : all) {
            for (String prefix : part.voided()) {
                garbage.add(new Garbage(prefix, now));
                garbage.add(new Garbage(prefix, now.plus(AssetRecords.STRAGGLERS)));
            }
        }
        return garbage;
    }
}
