package org.lecturehalls.media.contract;

/**
 * Answer to a {@link JobClaim}.
 *
 * @param granted whether the worker shall do the work; otherwise it drops the message
 * @param token fencing token of this attempt, larger than every earlier one of the job; 0 when not granted
 * @param outputPrefix object key prefix, ending in a slash, under which this attempt and no other stores its results;
 *     empty when not granted
 */
public record ClaimReply(boolean granted, long token, String outputPrefix) {

    public static final ClaimReply DENIED = new ClaimReply(false, 0, "");
}
