package org.lecturehalls.worker.video;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the frames of a picture into chunks that can be encoded apart: a short first one, so that something can be watched
 * soon, then stretches of a minute. All but the last are whole groups of pictures.
 */
final class ChunkPlanner {

    /** In groups of pictures, which are about four seconds: twelve seconds. */
    private static final int FIRST = 3;

    /** A minute. */
    private static final int USUAL = 15;

    /** A rest shorter than that is encoded with the chunk before it. */
    private static final int SMALLEST_REST = 7;

    private ChunkPlanner() {}

    /**
     * @param frames number of frames on the grid
     * @param group frames of a group of pictures
     * @return number of frames of each chunk, in order
     */
    static List<Long> cut(long frames, int group) {
        List<Long> chunks = new ArrayList<>();
        long left = frames;
        long next = (long) FIRST * group;
        while (left - next >= (long) SMALLEST_REST * group) {
            chunks.add(next);
            left -= next;
            next = (long) USUAL * group;
        }
        chunks.add(left);
        return List.copyOf(chunks);
    }
}
