package org.lecturehalls.media.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The still pictures of a video.
 *
 * @param posterKeys object keys (JPEG) of pictures that may stand for the video, in the order of time; at least one
 * @param strip small pictures for the seek bar; null for a video of a few seconds
 */
public record FilmPictures(
        List<String> posterKeys, @Nullable Strip strip) {

    /** Most pictures to choose from. */
    public static final int MOST_POSTERS = 3;

    /** Most sheets of a strip. */
    public static final int MOST_SHEETS = 6;

    /** Most tiles of a strip. */
    public static final int MOST_TILES = 144;

    /**
     * Tiles on sheets, in rows from the top left.
     *
     * @param sheetKeys object keys of the sheets (JPEG), in order
     * @param columns tiles beside each other on a sheet
     * @param rows tiles above each other on a sheet
     * @param width of a tile in pixels
     * @param height of a tile in pixels
     * @param tiles how many there are; the last sheet may not be full
     * @param secondsApart each stands for so many seconds, the first from the start
     */
    public record Strip(
            List<String> sheetKeys, int columns, int rows, int width, int height, int tiles, double secondsApart) {}
}
