package org.lecturehalls.curricula;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * The pages of a document that are shown beside a video, each from a time on.
 *
 * @param mediaAssetId the document
 * @param turns in the order of time; at least one, each at a time of its own
 */
record Slides(String mediaAssetId, List<Turn> turns) {

    static final int MOST_TURNS = 300;

    /**
     * When a page is turned to.
     *
     * @param seconds from the start of the video
     * @param page counted from 1
     */
    @Schema(name = "SlideTurn")
    record Turn(double seconds, int page) {}
}
