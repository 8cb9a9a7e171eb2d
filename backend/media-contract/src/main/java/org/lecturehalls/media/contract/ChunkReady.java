package org.lecturehalls.media.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chunk is encoded, counted, partly decoded again, and stored.
 *
 * @param jobId the part
 * @param token fencing token of the attempt
 * @param outputPrefix where the objects are
 * @param rungs in the order of the plan
 * @param frameHashes as in {@link VideoReady}, of the frames of this chunk
 * @param notes what was noticed in this chunk, in seconds of the whole; null from workers of another age
 */
public record ChunkReady(
        String jobId,
        long token,
        String outputPrefix,
        List<ChunkRung> rungs,
        String frameHashes,
        @Nullable FilmNotes notes) {

    /** From workers of another age there are none. */
    public ChunkReady {
        frameHashes = frameHashes == null ? "" : frameHashes;
    }

    /**
     * One rung of the chunk, an object of its own.
     *
     * @param name of the rung
     * @param frames number of frames, counted
     * @param codecs RFC 6381 string of the video
     * @param initHash fingerprint of the initialisation section, by which equal ones are known
     * @param file the object and its segments
     * @param quality null when nothing could be compared, and from workers of another age
     */
    public record ChunkRung(
            String name,
            long frames,
            String codecs,
            String initHash,
            VideoReady.SegmentedFile file,
            @Nullable PictureQuality quality) {}
}
