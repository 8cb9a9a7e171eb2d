package org.lecturehalls.worker.video;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.worker.recognition.FileFormat;

/**
 * What was found out about a source that is accepted. At least one of video and audio is there.
 *
 * @param format container
 * @param start time stamp at which the presentation begins, in seconds
 * @param video the picture; null for audio alone
 * @param audio the sound; null for silent video
 */
record Inspection(
        FileFormat format,
        double start,
        @Nullable VideoStream video,
        @Nullable AudioStream audio) {

    /** Length of the presentation in seconds, from the packets and not from the header. */
    double seconds() {
        return Math.max(videoSeconds(), audioSeconds());
    }

    double videoSeconds() {
        return video == null ? 0 : Math.max(0, video.end() - start);
    }

    double audioSeconds() {
        return audio == null ? 0 : Math.max(0, audio.end() - start);
    }
}
