package org.lecturehalls.media.contract;

/**
 * Sign of life of a running attempt, sent at least every {@value #HEARTBEAT_SECONDS} seconds.
 *
 * @param jobId the job
 * @param token fencing token of the attempt
 * @param step what is being done
 * @param percent 0 to 100 over the whole job
 */
public record JobProgress(String jobId, long token, JobStep step, int percent) {

    public static final int HEARTBEAT_SECONDS = 5;
}
