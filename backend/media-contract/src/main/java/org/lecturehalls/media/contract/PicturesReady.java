package org.lecturehalls.media.contract;

import org.jspecify.annotations.Nullable;

/**
 * The pictures of a video are stored.
 *
 * @param jobId the part
 * @param token fencing token of the attempt
 * @param outputPrefix where the objects are
 * @param posterKey object key of the best poster (JPEG)
 * @param bytes sum of all stored objects
 * @param pictures all of them; null from workers of another age
 * @param texts what the file brought along in words; null from workers of another age
 */
public record PicturesReady(
        String jobId,
        long token,
        String outputPrefix,
        String posterKey,
        long bytes,
        @Nullable FilmPictures pictures,
        @Nullable FilmTexts texts) {}
