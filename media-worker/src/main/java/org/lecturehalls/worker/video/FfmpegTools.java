package org.lecturehalls.worker.video;

import java.nio.file.Path;

/**
 * The programs in use.
 *
 * @param ffmpeg path of ffmpeg
 * @param ffprobe path of ffprobe
 * @param version first line of what ffmpeg says about itself
 */
public record FfmpegTools(Path ffmpeg, Path ffprobe, String version) {}
