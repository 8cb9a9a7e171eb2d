package org.lecturehalls.media.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A video or audio job is done: everything is stored under the attempt's output prefix and was verified.
 *
 * @param jobId the job
 * @param token fencing token of the attempt
 * @param outputPrefix where the objects are
 * @param durationSeconds length of the presentation
 * @param video the rungs, smallest first; empty for an audio lesson
 * @param audio the audio group; null when the source has no audio
 * @param posterKey object key of the best poster (JPEG); of an audio lesson its cover or a drawing of its sound. Null from workers
 *     of another age for an audio lesson
 * @param bytes sum of all stored objects
 * @param frameHashes 64-bit difference hashes of a frame every two seconds, of the first hour at most: eight bytes each, the
 *     highest first, in Base64; 0 for a frame without contrast
 * @param pictures posters to choose from and the strip; null from workers of another age
 * @param texts what the file brought along in words; null from workers of another age
 * @param notes what was noticed in picture and sound; null from workers of another age
 * @param soundTracks the sounds that the source carries, in its order; null from workers of another age
 */
public record VideoReady(
        String jobId,
        long token,
        String outputPrefix,
        double durationSeconds,
        List<Rendition> video,
        @Nullable AudioTrack audio,
        @Nullable String posterKey,
        long bytes,
        String frameHashes,
        @Nullable FilmPictures pictures,
        @Nullable FilmTexts texts,
        @Nullable FilmNotes notes,
        @Nullable List<SoundTrack> soundTracks) {

    /** From workers of another age there are none. */
    public VideoReady {
        frameHashes = frameHashes == null ? "" : frameHashes;
    }

    /**
     * One rung of the ladder: a single fragmented MP4 object, addressed by byte ranges.
     *
     * @param name for people, for example {@code 360p}: the shorter side of the picture
     * @param width in pixels
     * @param height in pixels
     * @param frameRate frames a second
     * @param frames number of frames
     * @param averageBitrate video alone, bit/s
     * @param peakBitrate largest segment, bit/s
     * @param codecs RFC 6381 string of the video, for example {@code avc1.64001e}
     * @param file the object and its segments
     * @param quality null when nothing could be compared, and from workers of another age
     */
    public record Rendition(
            String name,
            int width,
            int height,
            double frameRate,
            long frames,
            long averageBitrate,
            long peakBitrate,
            String codecs,
            SegmentedFile file,
            @Nullable PictureQuality quality) {}

    /**
     * The audio of the whole file, which is the HLS audio group and the audio-only variant at once.
     *
     * @param averageBitrate bit/s
     * @param peakBitrate largest segment, bit/s
     * @param codecs RFC 6381 string, for example {@code mp4a.40.2}
     * @param channels number of channels
     * @param file the object and its segments
     */
    public record AudioTrack(long averageBitrate, long peakBitrate, String codecs, int channels, SegmentedFile file) {}

    /**
     * A fragmented MP4 object and where its segments are.
     *
     * @param key object key
     * @param bytes size of the object
     * @param initBytes length of the initialisation section, which starts at 0
     * @param segments in playing order, without gaps
     */
    public record SegmentedFile(String key, long bytes, long initBytes, List<Segment> segments) {}

    /**
     * A byte range that plays on its own after the initialisation section.
     *
     * @param seconds duration
     * @param offset first byte
     * @param length in bytes
     */
    public record Segment(double seconds, long offset, long length) {}
}
