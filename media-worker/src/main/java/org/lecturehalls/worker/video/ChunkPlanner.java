package org.lecturehalls.worker.video;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the frames of a picture into chunks that can be encoded apart: a short first one, so that something can be watched
 * soon, each of the next twice as long, so that the next is there when one has been watched, then even stretches of at most about a
 * minute. All but the last are whole groups of pictures.
 */
final class ChunkPlanner {

    /** In groups of pictures, which are about four seconds. */
    private static final int FIRST = 1;

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
        for (int groups = FIRST; groups < USUAL && left >= (long) (groups + SMALLEST_REST) * group; groups *= 2) {
            chunks.add((long) groups * group);
            left -= (long) groups * group;
        }
        addEven(chunks, left, group);
        return List.copyOf(chunks);
    }

    /** Chunks of one size are done at about the same time, so that at the end nobody waits long for the last one. */
    private static void addEven(List<Long> chunks, long frames, int group) {
        long wholeGroups = frames / group;
        long count = Math.max(1, (wholeGroups + USUAL - 1) / USUAL);
        for (long i = 1; i < count; i++) {
            chunks.add((wholeGroups * i / count - wholeGroups * (i - 1) / count) * group);
        }
        chunks.add(frames - wholeGroups * (count - 1) / count * group);
    }
}
