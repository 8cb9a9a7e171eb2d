package org.lecturehalls.worker.video;

import java.util.Set;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.worker.recognition.FileFormat;

/** Decides which sources are encoded in chunks. */
final class Cutting {

    /** Shorter videos are done soon enough by one worker, without the cost of handing parts around. */
    private static final double SHORTEST_SECONDS = 90;

    /** In these, seeking to a time leads to a frame that can be decoded. */
    private static final Set<FileFormat> FORMATS = Set.of(FileFormat.MP4, FileFormat.MATROSKA);

    /** Codecs whose key frames are marked as such. H.263 and its like are not among them. */
    private static final Set<String> CODECS = Set.of("h264", "hevc", "vp8", "vp9", "av1", "mpeg4", "mpeg2video");

    private Cutting() {}

    static boolean suits(Inspection source) {
        return seeksToFrames(source) && source.videoSeconds() >= SHORTEST_SECONDS;
    }

    /**
     * Whether the sound can be made in stretches as well. Times in Matroska are whole milliseconds: where stretches meet, half of
     * one may be lost or doubled. Nobody hears that in speech, but music stays in one piece.
     */
    static boolean suitsSound(EncodePlan plan) {
        return plan.source().audio() != null
                && (plan.sound() == SoundChoice.SPEECH || plan.source().format() == FileFormat.MP4);
    }

    /** Whether a time leads to the same frame, whether everything before it is decoded or not. */
    static boolean seeksToFrames(Inspection source) {
        VideoStream video = source.video();
        return video != null && FORMATS.contains(source.format()) && CODECS.contains(video.codec());
    }

    /** MPEG-TS is only exact after it was put into another container, and only when its times never jump. */
    static boolean wantsRemux(Inspection source) {
        VideoStream video = source.video();
        return source.format() == FileFormat.MPEG_TS
                && video != null
                && CODECS.contains(video.codec())
                && !video.timing().jumps()
                && source.videoSeconds() >= SHORTEST_SECONDS;
    }
}
