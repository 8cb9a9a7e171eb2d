package org.lecturehalls.media.contract;

import java.util.List;

/**
 * A photo job is done: upright pictures without anything that says where or with what they were taken.
 *
 * @param jobId the job
 * @param token fencing token of the attempt
 * @param outputPrefix where the objects are
 * @param sizes smallest first; at least one, fewer than usual for a small original, since nothing is enlarged
 * @param bytes sum of all stored objects
 */
public record PhotoReady(String jobId, long token, String outputPrefix, List<PhotoSize> sizes, long bytes) {

    /**
     * One size of the picture.
     *
     * @param key object key (JPEG)
     * @param width in pixels
     * @param height in pixels
     */
    public record PhotoSize(String key, int width, int height) {}
}
