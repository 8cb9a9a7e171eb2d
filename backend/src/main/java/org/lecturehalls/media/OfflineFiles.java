package org.lecturehalls.media;

import java.util.List;

/**
 * The plain files of a video.
 *
 * @param files the video first; empty while there are none
 */
public record OfflineFiles(OfflineState state, List<OfflineFile> files) {}
