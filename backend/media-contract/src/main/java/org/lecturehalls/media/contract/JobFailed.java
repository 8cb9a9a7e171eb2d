package org.lecturehalls.media.contract;

/**
 * The attempt failed for a reason that may pass: it can be tried again. Nothing was left in the store.
 *
 * @param jobId the job
 * @param token fencing token of the attempt
 * @param detail one English sentence
 * @param outputTail the last lines the external program printed; may be empty; at most {@value #MAX_TAIL} characters
 */
public record JobFailed(String jobId, long token, String detail, String outputTail) {

    public static final int MAX_TAIL = 8_000;
}
