package org.lecturehalls.media;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.ChunkReady;
import org.lecturehalls.media.contract.PartJob.Excerpt;
import org.lecturehalls.media.contract.PartKind;
import org.lecturehalls.media.contract.PicturesReady;
import org.lecturehalls.media.contract.SoundReady;
import org.lecturehalls.media.contract.VideoPlan;
import org.lecturehalls.media.contract.VideoReady.SegmentedFile;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One part of a shared video, with a job of its own. It goes when the video is ready or has failed.
 *
 * @param id asset, token of the plan and name of the part
 * @param plan token of the plan
 * @param number of a chunk, or of a part of the sound
 * @param build the ffmpeg it needs
 * @param voided prefixes of attempts that came to nothing, removed when the video is ready
 * @param firstFrame of a chunk; of sound, its first packet
 * @param frames of a chunk; packets of sound, and 0 for all of it
 * @param pieces of the sound that are stored, by number; empty for other kinds
 * @param excerpts what a check decodes
 */
@Document("videoParts")
record VideoPart(
        @Id String id,
        @Indexed String assetId,
        long plan,
        PartKind kind,
        int number,
        String build,
        long firstFrame,
        long frames,
        boolean last,
        Job job,
        List<String> voided,
        Map<String, SegmentedFile> pieces,
        List<Excerpt> excerpts,
        @Nullable ChunkReady chunk,
        @Nullable SoundReady sound,
        @Nullable PicturesReady pictures) {

    private static final String SEPARATOR = ":";
    private static final int FIRST = 8;
    private static final int PICTURES = 4;
    private static final int LAST = 2;

    static VideoPart of(
            Asset asset, PartKind kind, int number, String build, long firstFrame, long frames, boolean last) {
        long plan = asset.job().token();
        return new VideoPart(
                idOf(asset.id(), plan, kind, number),
                asset.id(),
                plan,
                kind,
                number,
                build,
                firstFrame,
                frames,
                last,
                Job.queued(),
                List.of(),
                Map.of(),
                List.of(),
                null,
                null,
                null);
    }

    static VideoPart check(Asset asset, String build, List<Excerpt> excerpts) {
        VideoPart bare = of(asset, PartKind.CHECK, 0, build, 0, 0, false);
        return new VideoPart(
                bare.id,
                bare.assetId,
                bare.plan,
                bare.kind,
                0,
                build,
                0,
                0,
                false,
                bare.job,
                List.of(),
                Map.of(),
                excerpts,
                null,
                null,
                null);
    }

    static String idOf(String assetId, long plan, PartKind kind, int number) {
        return assetId + SEPARATOR + plan + SEPARATOR + nameOf(kind, number);
    }

    /** Whether a job's id is that of a part. */
    static boolean isId(String jobId) {
        return jobId.contains(SEPARATOR);
    }

    /** The asset of the part with an id. */
    static String assetOf(String partId) {
        return partId.substring(0, Math.max(0, partId.indexOf(SEPARATOR)));
    }

    private static String nameOf(PartKind kind, int number) {
        return switch (kind) {
            case SOUND -> "sound-%04d".formatted(number);
            case CHUNK -> "chunk-%04d".formatted(number);
            case PICTURES -> "pictures";
            case CHECK -> "check";
        };
    }

    String name() {
        return nameOf(kind, number);
    }

    boolean isDone() {
        return job.state() == JobState.DONE;
    }

    /** Whether its message is on its way or a worker has it. */
    boolean isOut() {
        return job.state() == JobState.RUNNING || (job.state() == JobState.QUEUED && job.sentAt() != null);
    }

    boolean isUnsent() {
        return job.state() == JobState.QUEUED && job.sentAt() == null;
    }

    /** Frames of the picture that are encoded. */
    long framesDone() {
        if (kind != PartKind.CHUNK) {
            return 0;
        }
        return isDone() ? frames : frames * job.percent() / 100;
    }

    /** What somebody who waits to watch needs first goes first; then the beginning of each video before its end. */
    int urgency() {
        return switch (kind) {
            case CHECK -> FIRST;
            case PICTURES -> PICTURES;
            case CHUNK, SOUND -> number == 0 ? FIRST : Math.max(LAST, FIRST - 1 - number);
        };
    }

    /**
     * Where in the video it begins; what belongs to no place comes last.
     *
     * @param frameRate of the plan
     */
    double seconds(double frameRate) {
        return switch (kind) {
            case CHUNK -> firstFrame / frameRate;
            case SOUND -> firstFrame * VideoPlan.PACKET_SECONDS;
            case PICTURES, CHECK -> Double.MAX_VALUE;
        };
    }
}
