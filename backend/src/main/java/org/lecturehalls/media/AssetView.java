package org.lecturehalls.media;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.MediaKind;

/**
 * An asset as its owner and the officers see it.
 *
 * @param refusal why the file is not acceptable; only when it is refused
 * @param failure why the job failed, in plain words; only when it has
 * @param audioOnly whether it is an audio lesson; only when it is ready and not a document
 * @param bytes what was made of it takes up
 * @param replaces the asset whose content it takes the place of as soon as it is ready
 * @param sourceGoneAt when the original was dropped because its time was over
 * @param advice what to look at before it is published; null when it is not ready, is a photo or document, or was made before
 *     there was any
 * @param playable whether it can be played, or its beginning while the rest is still being made
 */
record AssetView(
        String id,
        MediaKind kind,
        MediaState state,
        String fileName,
        Instant createdAt,
        boolean published,
        JobView job,
        @Nullable Refusal refusal,
        @Nullable Refusal failure,
        @Nullable Double durationSeconds,
        List<String> renditions,
        @Nullable Boolean audioOnly,
        @Nullable Integer pages,
        @Nullable Long bytes,
        boolean playable,
        @Nullable Instant sourceGoneAt,
        @Nullable String replaces,
        @Nullable Advice advice) {

    /**
     * How far the work is. The detail is an English sentence for whoever can help; the tail is ffmpeg's own words.
     *
     * @param etaSeconds how much longer a long video takes at the pace so far
     * @param rungs of a long video, which many workers share; empty for others
     */
    record JobView(
            JobState state,
            @Nullable JobStep step,
            int percent,
            int attempt,
            @Nullable String detail,
            @Nullable String outputTail,
            @Nullable Long etaSeconds,
            List<RungProgress> rungs) {}

    /** Frames of a rendition that are encoded, of those to encode. */
    record RungProgress(String name, long framesDone, long frames) {}

    /** Why there is nothing to play or read: the code for programs, the message for people. */
    record Refusal(String code, String message) {}
}
