package org.lecturehalls.media.contract;

/**
 * Sent to all workers: whoever works on the job with this token or a smaller one stops and stores nothing.
 *
 * @param jobId the job
 * @param token largest fencing token that is void
 */
public record CancelJob(String jobId, long token) {}
