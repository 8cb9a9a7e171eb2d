package org.lecturehalls.media.contract;

/**
 * Answer to a {@link MediaJob}: the source is accepted, and so long that workers shall share it. From now on the job is in
 * the hands of the backend, which hands out {@link PartJob parts}.
 *
 * @param jobId the job
 * @param token fencing token of the attempt that planned
 * @param outputPrefix prefix of the attempt, under which all parts will be stored
 * @param plan how the video is cut
 */
public record VideoPlanned(String jobId, long token, String outputPrefix, VideoPlan plan) {}
