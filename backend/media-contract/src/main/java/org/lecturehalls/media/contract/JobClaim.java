package org.lecturehalls.media.contract;

/**
 * A worker's request to start on a job it received.
 *
 * @param jobId the job
 * @param workerId the worker, for operators
 * @param redelivered whether the broker says that an earlier delivery was lost, so that a running attempt is void
 */
public record JobClaim(String jobId, String workerId, boolean redelivered) {}
