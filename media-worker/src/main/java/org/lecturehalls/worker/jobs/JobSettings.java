package org.lecturehalls.worker.jobs;

import java.time.Duration;

/**
 * What the conversation needs to know of the worker.
 *
 * @param workerId the worker's name
 * @param documents whether it takes document jobs
 * @param parts how many parts of shared videos it works on at a time
 * @param diskReserve bytes that are left free on the disk
 * @param shutdownGrace time in which running jobs may end
 */
public record JobSettings(String workerId, boolean documents, int parts, long diskReserve, Duration shutdownGrace) {}
