package org.lecturehalls.worker.video;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the frames of a picture into chunks that can be encoded apart: a short first one, so that something can be watched
 * soon, each of the next twice as long, so that the next is there when one has been watched, then minutes. Towards the end they
 * become shorter again, so that all who work on a video are done at about the same time. All but the last are whole groups of
 * pictures.
 */
final class ChunkPlanner {

    /** In groups of pictures, which are about four seconds. */
    private static final long FIRST = 1;

    /** A minute. */
    private static final long LARGEST = 15;

    /** Each chunk costs some tenths of a second however short it is. */
    private static final long SMALLEST = 2;

    /** With two at work, and half of the rest for one of them, the other is left with no more than that. */
    private static final long SHARE_OF_REST = 2;

    private ChunkPlanner() {}

    /**
     * @param frames number of frames on the grid
     * @param group frames of a group of pictures
     * @return number of frames of each chunk, in order
     */
    static List<Long> cut(long frames, int group) {
        List<Long> chunks = new ArrayList<>();
        long left = frames;
        long groups = FIRST;
        while (left - groups * group >= SMALLEST * group) {
            chunks.add(groups * group);
            left -= groups * group;
            long share = Math.max(SMALLEST, left / group / SHARE_OF_REST);
            groups = Math.min(share, Math.min(LARGEST, 2 * groups));
        }
        chunks.add(left);
        return List.copyOf(chunks);
    }
}
