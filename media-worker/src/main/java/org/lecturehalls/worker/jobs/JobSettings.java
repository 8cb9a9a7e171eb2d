package org.lecturehalls.worker.jobs;

import java.time.Duration;

/**
 * What the conversation needs to know of the worker.
 *
 * @param workerId the worker's name
 * @param documents whether it takes document jobs
 * @param diskReserve bytes that are left free on the disk
 * @param shutdownGrace time in which running jobs may end
 */
public record JobSettings(String workerId, boolean documents, long diskReserve, Duration shutdownGrace) {}
