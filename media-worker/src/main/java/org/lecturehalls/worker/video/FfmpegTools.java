package org.lecturehalls.worker.video;

import java.nio.file.Path;

/**
 * The programs in use.
 *
 * @param ffmpeg path of ffmpeg
 * @param ffprobe path of ffprobe
 * @param version first line of what ffmpeg says about itself
 * @param build fingerprint of the program: parts of one file are only made by equal builds
 */
public record FfmpegTools(Path ffmpeg, Path ffprobe, String version, String build) {}
