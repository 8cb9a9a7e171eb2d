package org.lecturehalls.media.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a video is cut into parts.
 *
 * @param build the ffmpeg that all parts need: two builds in one file do not fit together. Letters, digits and dashes
 * @param recipe what the workers found out about the source, in their own words; handed back to them with each part
 * @param seconds length of the presentation
 * @param frameRate frames a second of all rungs
 * @param chunkFrames number of frames of each chunk, in order; the last may turn out one frame shorter or longer
 * @param rungs smallest first
 * @param sound whether there is sound
 * @param soundPackets number of packets of each part of the sound, in order; the last may turn out shorter or longer. Empty
 *     for sound in one part, as from workers of another age
 * @param soundTracks the sounds that the source carries, in its order; null from workers of another age
 */
public record VideoPlan(
        String build,
        String recipe,
        double seconds,
        double frameRate,
        List<Long> chunkFrames,
        List<PlannedRung> rungs,
        boolean sound,
        List<Long> soundPackets,
        @Nullable List<SoundTrack> soundTracks) {

    /** From workers of another age there are none. */
    public VideoPlan {
        soundPackets = soundPackets == null ? List.of() : soundPackets;
    }

    /** Longest recipe, in characters. */
    public static final int MAX_RECIPE = 16_000;

    /** Most chunks of a video: six hours of a minute each, and room. */
    public static final int MAX_CHUNKS = 1_000;

    /** Seconds of sound in a packet: 1024 samples of 48000 in a second. */
    public static final double PACKET_SECONDS = 1024 / 48_000.0;

    /**
     * A rung to be made.
     *
     * @param name for people, for example {@code 360p}
     * @param width in pixels
     * @param height in pixels
     * @param maxBitrate upper bound of the video alone, bit/s
     */
    public record PlannedRung(String name, int width, int height, long maxBitrate) {}

    public long frames() {
        return chunkFrames.stream().mapToLong(Long::longValue).sum();
    }
}
