package org.lecturehalls.worker.video;

/**
 * The sound of a source.
 *
 * @param index number of the stream in the file
 * @param first time of the first sample in seconds
 * @param end time at which the last sample ends
 */
record AudioStream(int index, double first, double end) {}
