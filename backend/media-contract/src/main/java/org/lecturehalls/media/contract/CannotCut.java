package org.lecturehalls.media.contract;

/**
 * A chunk did not get the frames that the plan gives it, so the source cannot be cut: it is to be encoded in one piece.
 *
 * @param jobId the part
 * @param token fencing token of the attempt
 * @param detail one English sentence
 */
public record CannotCut(String jobId, long token, String detail) {}
