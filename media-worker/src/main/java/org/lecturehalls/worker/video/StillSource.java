package org.lecturehalls.worker.video;

import java.util.Objects;
import org.lecturehalls.worker.work.Workspace;

/**
 * What still pictures are taken from: the source, or a rendition that was made of it, in which any time can be found.
 *
 * @param demuxer ffmpeg's name of the container
 * @param file in the workspace
 * @param stream the picture in it
 * @param video how the source's picture lies; null for a rendition, which is upright already
 * @param exact whether the very frame of a time is taken, and not the key frame before it
 */
record StillSource(
        String demuxer,
        String file,
        String stream,
        @org.jspecify.annotations.Nullable VideoStream video,
        boolean exact) {

    static StillSource of(Inspection source, VideoStream video) {
        String demuxer = Objects.requireNonNull(source.format().demuxer());
        return new StillSource(demuxer, "file:" + Workspace.SOURCE, Integer.toString(video.index()), video, false);
    }

    static StillSource of(Rung made) {
        return new StillSource("mov", "file:out/" + made.fileName(), "v:0", null, true);
    }

    static StillSource keyFramesOf(Rung made) {
        return new StillSource("mov", "file:out/" + made.fileName(), "v:0", null, false);
    }

    /** Upright, with square pixels, in the size wanted. */
    String filters(Rung size) {
        return FilterGraph.still(video, size);
    }

    /** Decoders run beside each other; together they shall not need more memory than a few of full size. */
    int atOnce() {
        long pixels = video == null ? 0 : (long) video.width() * video.height();
        return (int) Math.max(1, Math.min(MOST_AT_ONCE, PIXELS_AT_ONCE / Math.max(1, pixels)));
    }

    private static final int MOST_AT_ONCE = 12;
    private static final long PIXELS_AT_ONCE = 8L * 1920 * 1080;
}
