package org.lecturehalls.media;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.AssetView.JobView;
import org.lecturehalls.media.AssetView.Refusal;
import org.lecturehalls.media.AssetView.ReviewView;
import org.lecturehalls.media.AssetView.RungProgress;
import org.lecturehalls.media.AssetView.SoundTrackView;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.SoundTrack;
import org.lecturehalls.platform.ProblemMessages;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Makes what people see of assets, in their language. */
@Component
class AssetViews {

    private final ProblemMessages messages;

    AssetViews(ProblemMessages messages) {
        this.messages = messages;
    }

    AssetView of(Asset asset, HttpHeaders caller) {
        Product product = asset.product();
        return new AssetView(
                asset.id(),
                asset.kind(),
                asset.state(),
                asset.fileName(),
                asset.createdAt(),
                asset.published(),
                of(asset.job(), asset.shared()),
                refusal(asset.job(), caller),
                failure(asset.job(), caller),
                product == null ? null : product.durationSeconds(),
                product == null
                        ? List.of()
                        : product.rungs().stream().map(Product.Rung::name).toList(),
                product == null || asset.kind() != MediaKind.VIDEO
                        ? null
                        : product.rungs().isEmpty(),
                product == null ? null : product.pages(),
                product == null ? null : product.storedBytes(),
                Playback.isPlayable(asset),
                asset.sourceGoneAt(),
                asset.replaces(),
                product == null ? null : product.advice(),
                asset.kind() == MediaKind.VIDEO ? asset.treatment() : null,
                soundTracks(asset, product),
                asset.isSecondEncoding(),
                asset.isInFullHd(),
                review(asset.review()));
    }

    private static @Nullable ReviewView review(@Nullable ReplacementReview review) {
        return review == null ? null : new ReviewView(review.state(), review.note());
    }

    private static @Nullable List<SoundTrackView> soundTracks(Asset asset, @Nullable Product product) {
        List<SoundTrack> tracks = product == null ? null : product.soundTracks();
        if (tracks == null) {
            return null;
        }
        Integer heard = asset.soundTrack();
        return tracks.stream()
                .map(track -> new SoundTrackView(
                        track.index(),
                        track.language(),
                        track.title(),
                        track.codec(),
                        track.channels(),
                        track.seconds(),
                        track.usual(),
                        heard == null ? track.usual() : heard == track.index()))
                .toList();
    }

    private static JobView of(Job job, @Nullable SharedVideo shared) {
        return new JobView(
                job.state(),
                job.step(),
                job.percent(),
                job.attempt(),
                job.detail(),
                job.outputTail(),
                shared == null ? null : shared.etaSeconds(),
                shared == null ? List.of() : rungs(shared));
    }

    /** All rungs of a chunk are encoded at once, so none is ahead of the others. */
    private static List<RungProgress> rungs(SharedVideo shared) {
        return shared.plan().rungs().stream()
                .map(rung -> new RungProgress(
                        rung.name(), shared.framesDone(), shared.plan().frames()))
                .toList();
    }

    /** Why a job failed, in the caller's language; null when it has not. */
    @Nullable
    Refusal failure(Job job, HttpHeaders caller) {
        if (job.state() != JobState.FAILED) {
            return null;
        }
        String code = FailureCause.of(job.detail()).code();
        return new Refusal(code, messages.sentence("failure." + code, caller));
    }

    /** Why a file is not acceptable, in the caller's language; null when it is. */
    @Nullable
    Refusal refusal(Job job, HttpHeaders caller) {
        if (job.refusal() == null) {
            return null;
        }
        String code = job.refusal().code();
        return new Refusal(code, messages.sentence("refusal." + code, caller));
    }
}
