package org.lecturehalls.worker.video;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.SoundTrack;
import org.lecturehalls.worker.recognition.FileFormat;

/**
 * What was found out about a source that is accepted. At least one of video and audio is there.
 *
 * @param format container
 * @param start time stamp at which the presentation begins, in seconds
 * @param video the picture; null for audio alone
 * @param audio the sound that is to be heard; null for silent video
 * @param soundTracks all sounds that can be heard, in the order of the file
 */
record Inspection(
        FileFormat format,
        double start,
        @Nullable VideoStream video,
        @Nullable AudioStream audio,
        List<SoundTrack> soundTracks) {

    /** In recipes of workers of another age there are none. */
    Inspection {
        soundTracks = soundTracks == null ? List.of() : List.copyOf(soundTracks);
    }

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
