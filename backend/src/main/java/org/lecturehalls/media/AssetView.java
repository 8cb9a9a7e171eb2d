package org.lecturehalls.media;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.SoundChoice;

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
 * @param sound how the sound is treated; null for documents and photos
 * @param soundTracks the sounds that the file carries, empty when there is none; null when it is not ready, is a photo or
 *     document, or was made before they were listed
 * @param encodesAgain whether it encodes the source of the asset that it {@code replaces} once more, with other sound or a
 *     sharper picture
 * @param fullHd whether a picture of 1080 lines was asked for
 * @param review what officers say of what is to replace content that they have published; null when they are not asked
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
        @Nullable Advice advice,
        @Nullable SoundChoice sound,
        @Nullable List<SoundTrackView> soundTracks,
        boolean encodesAgain,
        boolean fullHd,
        @Nullable ReviewView review) {

    /**
     * One of the sounds that a file carries.
     *
     * @param index which of the file's sounds it is, from 0
     * @param language as the file says it, for example {@code chi}; null when it does not
     * @param title as the file says it; null when it does not
     * @param channels 0 when not known
     * @param usual whether it is heard when nobody has chosen
     * @param chosen whether it is heard
     */
    @Schema(name = "MediaSoundTrack")
    record SoundTrackView(
            @Schema(example = "1") int index,
            @Schema(example = "chi") @Nullable String language,
            @Schema(example = "调音台") @Nullable String title,
            @Schema(example = "aac") String codec,
            @Schema(example = "2") int channels,
            @Schema(example = "2701.4") @Nullable Double seconds,
            boolean usual,
            boolean chosen) {}

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

    /**
     * What officers say of it.
     *
     * @param note why it is refused; null unless it is
     */
    @Schema(name = "ReplacementReview")
    record ReviewView(
            ReplacementReview.State state,
            @Schema(example = "片头有广告") @Nullable String note) {}

    /** Why there is nothing to play or read: the code for programs, the message for people. */
    record Refusal(String code, String message) {}
}
