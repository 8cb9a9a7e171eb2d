package org.lecturehalls.worker.video;

import java.io.IOException;
import java.util.List;
import org.lecturehalls.worker.work.WorkException;

/**
 * Decodes the beginning of streams, to see what they really hold.
 *
 * @param demuxer that the source is forced through
 */
record FirstFrames(Ffprobe ffprobe, String demuxer) {

    /**
     * One line for each frame; empty when none can be decoded.
     *
     * @param stream number of the stream in the file
     */
    List<ProbeLine> of(int stream) throws IOException, WorkException {
        List<ProbeLine> frames = ffprobe.read(ProbeArguments.firstFrames(demuxer, stream, ProbeArguments.FEW_PACKETS));
        return frames.isEmpty()
                ? ffprobe.read(ProbeArguments.firstFrames(demuxer, stream, ProbeArguments.MANY_PACKETS))
                : frames;
    }
}
