package org.lecturehalls.media;

import java.util.List;

/**
 * A photo to show.
 *
 * @param assetId which
 * @param state {@code READY}, or {@code PROCESSING} while there is nothing to show yet
 * @param sizes smallest first; empty while there are none
 */
public record Photo(String assetId, MediaState state, List<Size> sizes) {

    /**
     * One size.
     *
     * @param url where it can be read, for hours
     * @param width in pixels
     * @param height in pixels
     */
    @io.swagger.v3.oas.annotations.media.Schema(name = "PhotoSize")
    public record Size(String url, int width, int height) {}
}
