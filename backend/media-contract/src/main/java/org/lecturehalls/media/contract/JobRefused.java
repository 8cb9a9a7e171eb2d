package org.lecturehalls.media.contract;

/**
 * The source is not accepted, however often it is tried. Nothing was left in the store.
 *
 * @param jobId the job
 * @param token fencing token of the attempt
 * @param code why, stable
 * @param detail one English sentence for operators, with the measured value and the limit; no user text
 */
public record JobRefused(String jobId, long token, RefusalCode code, String detail) {}
