package org.lecturehalls.worker.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.worker.work.Workspace;

/**
 * Arguments of the ffmpeg runs that make renditions, without the program. Computes and runs nothing.
 *
 * <p>Time stamps are kept and moved to zero, and both picture and sound are padded from zero on, so that they stay together
 * however late either begins.
 */
final class EncodeArguments {

    private static final String MOV_FLAGS = "+empty_moov+default_base_moof+delay_moov+skip_trailer";
    private static final String CHUNK_FLAGS = MOV_FLAGS + "+frag_discont";
    private static final String SEGMENT_MICROSECONDS = "4000000";
    private static final String MOST_SUBTITLE_BYTES = "1000000";

    private EncodeArguments() {}

    /** Everything of a source in one run. */
    static List<String> of(EncodePlan plan) {
        List<String> arguments = new ArrayList<>(input(plan, List.of()));
        VideoStream video = plan.source().video();
        if (video != null) {
            arguments.addAll(List.of("-filter_complex", FilterGraph.of(plan, video)));
            plan.rungs().forEach(rung -> arguments.addAll(rung(plan, rung, MOV_FLAGS)));
            arguments.addAll(smallPictures());
        }
        AudioStream audio = plan.source().audio();
        if (audio != null) {
            arguments.addAll(audio(audio, SoundFilters.of(plan.sound())));
        }
        return List.copyOf(arguments);
    }

    /** All rungs of one chunk of a source that can be cut. */
    static List<String> chunk(EncodePlan plan, VideoStream video, Chunk chunk) {
        List<String> arguments = new ArrayList<>(input(plan, seek(plan, chunk)));
        arguments.addAll(List.of("-filter_complex", FilterGraph.of(plan, video, chunk)));
        plan.rungs().forEach(rung -> arguments.addAll(rung(plan, rung, CHUNK_FLAGS)));
        arguments.addAll(smallPictures());
        return List.copyOf(arguments);
    }

    /** One rung again, with a constant rate factor of its own; of a chunk, or of the whole when that is null. */
    static List<String> again(EncodePlan plan, @Nullable Chunk chunk, Rung rung) {
        VideoStream video = Objects.requireNonNull(plan.source().video());
        List<String> arguments = new ArrayList<>(input(plan, chunk == null ? List.of() : seek(plan, chunk)));
        arguments.addAll(List.of("-filter_complex", FilterGraph.of(plan, video, chunk, rung)));
        arguments.addAll(rung(plan, rung, chunk == null ? MOV_FLAGS : CHUNK_FLAGS));
        return List.copyOf(arguments);
    }

    /** Compares an excerpt of each rung, in a file of its own, with what its encoder was given. */
    static List<String> comparison(EncodePlan plan, Chunk excerpt) {
        VideoStream video = Objects.requireNonNull(plan.source().video());
        List<String> arguments = new ArrayList<>(input(plan, seek(plan, excerpt)));
        for (Rung rung : plan.rungs()) {
            arguments.addAll(List.of("-protocol_whitelist", "file", "-f", "mov"));
            arguments.addAll(List.of("-i", "file:" + QualityStats.excerpt(rung.name())));
        }
        arguments.addAll(List.of("-filter_complex", FilterGraph.compared(plan, video, excerpt)));
        plan.rungs().forEach(rung -> arguments.addAll(List.of("-map", "[" + FilterGraph.COMPARED + rung.name() + "]")));
        arguments.addAll(List.of("-fps_mode", "passthrough", "-f", "null", "-"));
        return List.copyOf(arguments);
    }

    /** Decoding begins at the key frame before. */
    private static List<String> seek(EncodePlan plan, Chunk chunk) {
        return chunk.first() ? List.of() : seek(plan.grid().seconds(chunk.firstFrame()));
    }

    private static List<String> seek(String seconds) {
        return List.of("-noaccurate_seek", "-ss", seconds);
    }

    /** A stretch of the sound and what lies before it, written so that others can read what is there already. */
    static List<String> sound(EncodePlan plan, AudioStream audio, SoundChunk chunk) {
        List<String> seek = chunk.first() ? List.of() : seek(String.format(Locale.ROOT, "%.3f", chunk.seekSeconds()));
        List<String> arguments = new ArrayList<>(input(plan, seek));
        arguments.addAll(List.of("-vn", "-flush_packets", "1"));
        arguments.addAll(audio(audio, SoundFilters.of(plan.sound(), chunk)));
        return List.copyOf(arguments);
    }

    /** Text tracks, each in a file of its own that cannot grow beyond what is looked at. */
    static List<String> subtitles(Inspection source, List<Integer> streams, String pattern) {
        List<String> arguments = new ArrayList<>(input(source, List.of()));
        for (int i = 0; i < streams.size(); i++) {
            arguments.addAll(List.of("-map", "0:" + streams.get(i), "-c:s", "webvtt", "-map_metadata", "-1"));
            arguments.addAll(List.of("-fs", MOST_SUBTITLE_BYTES, "-f", "webvtt", "file:out/" + pattern.formatted(i)));
        }
        return List.copyOf(arguments);
    }

    private static List<String> input(EncodePlan plan, List<String> more) {
        return input(plan.source(), more);
    }

    private static List<String> input(Inspection source, List<String> more) {
        List<String> arguments = new ArrayList<>(
                List.of("-hide_banner", "-nostdin", "-v", "error", "-y", "-progress", "pipe:1", "-stats_period", "1"));
        // A recording cut together has jumps, which ffmpeg only mends when it may change time stamps.
        if (!source.format().jumpsInTime()) {
            arguments.addAll(List.of("-copyts", "-start_at_zero"));
        }
        String demuxer = Objects.requireNonNull(source.format().demuxer());
        arguments.addAll(List.of("-max_error_rate", "1", "-protocol_whitelist", "file", "-f", demuxer));
        arguments.addAll(more);
        // A picture that changes its size in the middle is scaled on, with no new start of the frame grid.
        arguments.addAll(List.of("-reinit_filter:v", "0", "-i", "file:" + Workspace.SOURCE));
        return arguments;
    }

    private static List<String> rung(EncodePlan plan, Rung rung, String movFlags) {
        String group = Integer.toString(plan.grid().framesPerSegment());
        List<String> arguments = new ArrayList<>(List.of("-map", "[" + rung.name() + "]"));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p"));
        arguments.addAll(List.of("-threads", Integer.toString(plan.threads())));
        arguments.addAll(List.of("-crf", Integer.toString(rung.quality())));
        // The headers do not depend on the rate factor then, so that chunks of different ones share one section of
        // them.
        arguments.addAll(List.of("-x264-params", "stitchable=1"));
        arguments.addAll(List.of("-maxrate", rung.maxKilobits() + "k", "-bufsize", rung.maxKilobits() + "k"));
        arguments.addAll(List.of("-g", group, "-keyint_min", group, "-sc_threshold", "0"));
        arguments.addAll(List.of("-flags", "+cgop+bitexact", "-fps_mode", "passthrough"));
        arguments.addAll(List.of("-movflags", movFlags + "+frag_keyframe", "-avoid_negative_ts", "disabled"));
        arguments.addAll(output(rung.fileName()));
        return arguments;
    }

    private static List<String> smallPictures() {
        return List.of(
                "-map",
                "[" + FilterGraph.SMALL + "]",
                "-fps_mode",
                "passthrough",
                "-c:v",
                "rawvideo",
                "-f",
                "rawvideo",
                "file:" + SmallPictures.FILE);
    }

    /** One channel: a lecture is speech, and the smallest rung shares its line with this. */
    private static List<String> audio(AudioStream audio, String filters) {
        List<String> arguments = new ArrayList<>(List.of("-map", "0:" + audio.index()));
        arguments.addAll(List.of("-af", filters));
        arguments.addAll(List.of("-c:a", "aac", "-b:a", "48k", "-ac", "1", "-ar", "48000"));
        arguments.addAll(List.of("-flags", "+bitexact"));
        arguments.addAll(List.of("-movflags", MOV_FLAGS, "-frag_duration", SEGMENT_MICROSECONDS));
        arguments.addAll(output(EncodePlan.AUDIO_FILE));
        return arguments;
    }

    /** Nothing of the source's texts, chapters or dates gets into a rendition. */
    private static List<String> output(String file) {
        return List.of(
                "-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact", "-f", "mp4", "file:out/" + file);
    }
}
