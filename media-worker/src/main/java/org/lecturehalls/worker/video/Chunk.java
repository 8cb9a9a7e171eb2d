package org.lecturehalls.worker.video;

/**
 * A stretch of the frame grid.
 *
 * @param firstFrame number of its first frame
 * @param frames number of frames
 * @param last whether it ends where the source ends, give or take a frame
 */
record Chunk(long firstFrame, long frames, boolean last) {

    boolean first() {
        return firstFrame == 0;
    }

    /** The frame behind its last one; a last chunk takes what comes. */
    long endFrame() {
        return firstFrame + frames;
    }

    boolean accepts(long counted) {
        return last ? counted > 0 && Math.abs(counted - frames) <= 1 : counted == frames;
    }
}
