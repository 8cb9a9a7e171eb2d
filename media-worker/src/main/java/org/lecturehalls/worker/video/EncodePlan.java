package org.lecturehalls.worker.video;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.SoundChoice;

/**
 * Everything that decides the one ffmpeg run.
 *
 * @param source what was found out about the source
 * @param grid frame rate of all rungs
 * @param rungs smallest first; empty for audio alone
 * @param sound what is heard
 * @param threads threads of each encoder
 */
record EncodePlan(Inspection source, FrameGrid grid, List<Rung> rungs, SoundChoice sound, int threads) {

    static final String AUDIO_FILE = "audio.m4a";

    /** @param fullHd whether there is to be a rung of 1080 lines, if the source has them */
    static EncodePlan of(Inspection source, SoundChoice sound, boolean fullHd, int threads) {
        VideoStream video = source.video();
        if (video == null) {
            return new EncodePlan(source, new FrameGrid(25, 1), List.of(), sound, threads);
        }
        List<Rung> rungs = Ladder.of(video.width(), video.height(), fullHd);
        return new EncodePlan(source, FrameGrid.of(video.timing()), rungs, sound, threads);
    }

    /** Frames on the grid that the picture is expected to have, give or take one. */
    long expectedFrames() {
        return Math.max(1, Math.round(source.videoSeconds() * grid.rate()));
    }

    @Nullable
    Rung largest() {
        return rungs.isEmpty() ? null : rungs.get(rungs.size() - 1);
    }
}
