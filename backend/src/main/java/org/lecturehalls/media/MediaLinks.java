package org.lecturehalls.media;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of what was made of an asset.
 *
 * @param master the HLS playlist of a video
 * @param poster still picture of a video
 * @param thumbnails WebVTT of the small pictures for the seek bar of a video; null when there are none
 * @param chapters of a video, in the order of time
 * @param pdf of a document
 * @param pageImages of a document, in order
 * @param expiresAt when the addresses stop working
 */
public record MediaLinks(
        @Nullable String master,
        @Nullable String poster,
        @Nullable String thumbnails,
        List<Chapter> chapters,
        @Nullable String pdf,
        List<String> pageImages,
        Instant expiresAt) {}
