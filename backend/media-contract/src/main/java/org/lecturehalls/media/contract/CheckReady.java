package org.lecturehalls.media.contract;

/**
 * Everything a check was asked to decode can be decoded, and starts when it must.
 *
 * @param jobId the part
 * @param token fencing token of the attempt
 */
public record CheckReady(String jobId, long token) {}
