package org.lecturehalls.worker.video;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides the one ffmpeg run.
 *
 * @param source what was found out about the source
 * @param grid frame rate of all rungs
 * @param rungs smallest first; empty for audio alone
 * @param threads threads of each encoder
 */
record EncodePlan(Inspection source, FrameGrid grid, List<Rung> rungs, int threads) {

    static final String AUDIO_FILE = "audio.m4a";
    static final String POSTER_FILE = "poster.jpg";

    /** The poster is the most typical of so many pictures … */
    static final int POSTER_CANDIDATES = 30;

    /** … of so many seconds at the start. */
    private static final int POSTER_SECONDS = 60;

    static EncodePlan of(Inspection source, int threads) {
        VideoStream video = source.video();
        if (video == null) {
            return new EncodePlan(source, new FrameGrid(25, 1), List.of(), threads);
        }
        return new EncodePlan(source, FrameGrid.of(video.timing()), Ladder.of(video.width(), video.height()), threads);
    }

    /** Frames on the grid that the picture is expected to have, give or take one. */
    long expectedFrames() {
        return Math.max(1, Math.round(source.videoSeconds() * grid.rate()));
    }

    /** Frames at the start among which the poster is chosen. */
    long posterFrames() {
        return Math.min(expectedFrames(), Math.round(grid.rate() * POSTER_SECONDS));
    }

    /** Every how many frames one is a candidate for the poster. */
    long posterStep() {
        return Math.max(1, posterFrames() / POSTER_CANDIDATES);
    }

    @Nullable
    Rung largest() {
        return rungs.isEmpty() ? null : rungs.get(rungs.size() - 1);
    }
}
