package org.lecturehalls.media.contract;

import org.jspecify.annotations.Nullable;

/**
 * One piece of work for a worker.
 *
 * @param jobId identifies the job over all its attempts
 * @param assetId the media asset the work is for
 * @param kind what the source is meant to be
 * @param bucket the bucket that holds the source and takes the results
 * @param sourceKey object key of the source
 * @param sourceBytes size of the source in bytes
 * @param fileName the name the person's file had; only ever shown, never part of a path or a command
 * @param contentType the type the person's browser claimed; checked against the file's magic bytes
 * @param sound what is heard in a video or audio; null is the same as speech
 * @param soundTrack which of the file's sounds is to be heard, from 0; null for the usual one
 * @param fullHd true when the picture is wanted at 1080 lines too, if the source has them
 * @param whole true when a video shall be encoded in one piece by this worker; otherwise it may propose chunks
 */
public record MediaJob(
        String jobId,
        String assetId,
        MediaKind kind,
        String bucket,
        String sourceKey,
        long sourceBytes,
        String fileName,
        String contentType,
        @Nullable SoundChoice sound,
        @Nullable Integer soundTrack,
        @Nullable Boolean fullHd,
        @Nullable Boolean whole) {

    /** A job whose worker may choose. */
    public MediaJob(
            String jobId,
            String assetId,
            MediaKind kind,
            String bucket,
            String sourceKey,
            long sourceBytes,
            String fileName,
            String contentType) {
        this(jobId, assetId, kind, bucket, sourceKey, sourceBytes, fileName, contentType, null, null, null, null);
    }
}
