package org.lecturehalls.media.captions;

/**
 * One caption; times in milliseconds from the start of the video.
 *
 * @param text may still hold whatever its file had
 */
record Cue(long start, long end, String text) {}
