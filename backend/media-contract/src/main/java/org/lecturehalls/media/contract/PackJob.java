package org.lecturehalls.media.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plain files to be made of what is stored of a ready video, without encoding anything. It is claimed, reported and cancelled
 * like any job.
 *
 * @param jobId identifies the job over all its attempts
 * @param bucket the bucket that holds the renditions and takes the results
 * @param title what the files are to call themselves; only ever written into a file, never part of a path or a command
 * @param album of what the title is a part; empty when of nothing
 * @param seconds how long the video is
 * @param picture the rendition to take; empty for an audio lesson
 * @param sound empty when there is none
 * @param coverKey object key of the picture for the sound's cover (JPEG); null for none
 */
public record PackJob(
        String jobId,
        String bucket,
        String title,
        String album,
        double seconds,
        List<Stretch> picture,
        List<Stretch> sound,
        @Nullable String coverKey) {

    /** Bytes of an object; one after the other they make a fragmented MP4, of which the first is the initialisation. */
    public record Stretch(String key, long offset, long length) {}
}
