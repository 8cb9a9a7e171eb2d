package org.lecturehalls.worker.video;

/**
 * How the frames of a stream lie in time, measured at its packets.
 *
 * @param frames number of packets
 * @param averageRate frames a second between the first and the last; 0 when unknown
 * @param quickRate frames a second in the quickest tenth
 * @param steady whether nearly all frames are equally far apart
 * @param jumps whether the times jump somewhere
 */
record FrameTiming(long frames, double averageRate, double quickRate, boolean steady, boolean jumps) {}
