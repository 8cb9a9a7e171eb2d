package org.lecturehalls.media.contract;

/**
 * A piece of the sound is stored while the rest is still being encoded.
 *
 * @param jobId the part
 * @param token fencing token of the attempt
 * @param number of the piece, from 0; only the first has an initialisation section
 * @param file the object and its segments
 */
public record SoundPiece(String jobId, long token, int number, VideoReady.SegmentedFile file) {}
