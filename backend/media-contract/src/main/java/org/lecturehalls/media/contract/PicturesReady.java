package org.lecturehalls.media.contract;

/**
 * The pictures of a video are stored.
 *
 * @param jobId the part
 * @param token fencing token of the attempt
 * @param outputPrefix where the objects are
 * @param posterKey object key of the poster (JPEG)
 * @param bytes sum of all stored objects
 */
public record PicturesReady(String jobId, long token, String outputPrefix, String posterKey, long bytes) {}
