package org.lecturehalls.media.contract;

import java.util.List;

/**
 * One part of a shared video, for a worker with the right ffmpeg. It is claimed, reported and cancelled like any job.
 *
 * @param jobId identifies the part over all its attempts: job, planning token and part, separated by colons. A
 *     {@link CancelJob} of the video's job voids all parts of its plans up to that token
 * @param kind what to make
 * @param number of the chunk, or of the part of the sound, from 0; 0 for other kinds
 * @param bucket the bucket that holds the source and takes the results
 * @param sourceKey object key of the source
 * @param sourceBytes size of the source in bytes
 * @param recipe of the plan
 * @param firstFrame of the chunk, on the frame grid; of sound, its first packet
 * @param frames of the chunk; of sound, the number of packets, and 0 for all of it
 * @param last whether it is the last of its kind, which ends where the source ends
 * @param excerpts what to decode in a check; empty for other kinds
 */
public record PartJob(
        String jobId,
        PartKind kind,
        int number,
        String bucket,
        String sourceKey,
        long sourceBytes,
        String recipe,
        long firstFrame,
        long frames,
        boolean last,
        List<Excerpt> excerpts) {

    /**
     * One segment of something stored, to be fetched by ranges and decoded.
     *
     * @param track name of the rendition, or {@code audio}
     * @param initKey object that begins with the initialisation section
     * @param initBytes length of that section
     * @param key object of the segment
     * @param offset first byte
     * @param length in bytes
     * @param startSeconds when the segment must start on the common clock of picture and sound
     */
    public record Excerpt(
            String track, String initKey, long initBytes, String key, long offset, long length, double startSeconds) {}
}
