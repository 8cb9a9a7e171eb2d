package org.lecturehalls.worker.video;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.worker.recognition.FileFormat;
import org.lecturehalls.worker.work.RefusedException;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.Workspace;

/**
 * Finds out what a source really holds. Sizes come from decoded frames and times from packets, since a header can claim
 * anything.
 */
final class SourceInspector {

    private final VideoSettings settings;
    private final Ffprobe ffprobe;
    private final Workspace workspace;
    private final FileFormat format;
    private final String demuxer;

    SourceInspector(VideoSettings settings, Ffprobe ffprobe, Workspace workspace, FileFormat format) {
        this.settings = settings;
        this.ffprobe = ffprobe;
        this.workspace = workspace;
        this.format = format;
        this.demuxer = Objects.requireNonNull(format.demuxer());
    }

    /**
     * Looks at the source.
     *
     * @param sound which of the file's sounds is to be heard, from 0; null for the usual one
     */
    Inspection inspect(@Nullable Integer sound) throws IOException, WorkException {
        List<ProbeLine> lines = ffprobe.read(ProbeArguments.streams(demuxer));
        ProbeLine container = container(lines);
        List<ProbeLine> streams =
                lines.stream().filter(line -> line.is("stream")).toList();
        refuseManyStreams(container.number("nb_streams"));
        try (SideBySide steps = new SideBySide()) {
            // Listing the packets of a long file takes longer than all the rest.
            SideBySide.Outcome<PacketScan> scan = steps.start(this::packets);
            ProbeLine picture = picture(streams);
            List<ProbeLine> frames =
                    picture == null ? List.of() : new FirstFrames(ffprobe, demuxer).of(picture.number("index"));
            Map<Integer, SoundWords> words = SoundWords.read(ffprobe, demuxer);
            PacketScan packets = scan.get();
            VideoStream video = picture == null ? null : video(picture, frames, packets);
            Sounds sounds = new SoundFinder(ffprobe, demuxer, words).find(streams, packets);
            return inspection(container, streams, video, sounds, sound);
        }
    }

    private PacketScan packets() throws IOException, WorkException {
        PacketScan packets = new PacketScan(format.jumpsInTime());
        ffprobe.lines(ProbeArguments.packets(demuxer), packets);
        return packets;
    }

    private Inspection inspection(
            ProbeLine container,
            List<ProbeLine> streams,
            @Nullable VideoStream video,
            Sounds sounds,
            @Nullable Integer sound)
            throws IOException, RefusedException {
        AudioStream audio = sounds.heard(sound);
        if (video == null && audio == null) {
            throw nothingUsable(streams);
        }
        Inspection inspection = new Inspection(format, start(container, video, audio), video, audio, sounds.tracks());
        refuseLong(inspection);
        return inspection;
    }

    private ProbeLine container(List<ProbeLine> lines) throws IOException, RefusedException {
        for (ProbeLine line : lines) {
            if (line.is("format")) {
                return line;
            }
        }
        throw unreadable("The file cannot be opened as " + format + ".");
    }

    private void refuseManyStreams(int streams) throws RefusedException {
        if (streams > settings.maxStreams()) {
            throw new RefusedException(
                    RefusalCode.TOO_MANY_STREAMS,
                    streams + " streams; at most " + settings.maxStreams() + " are accepted.");
        }
    }

    private void refuseLong(Inspection inspection) throws RefusedException {
        double limit = settings.maxDuration().toMillis() / 1000.0;
        if (inspection.seconds() > limit + 1) {
            throw new RefusedException(
                    RefusalCode.TOO_LONG,
                    Math.round(inspection.seconds()) + " seconds; at most " + Math.round(limit) + " are accepted.");
        }
    }

    /** The picture: the first video stream that is not a cover. Null when there is none. */
    private static @Nullable ProbeLine picture(List<ProbeLine> streams) {
        for (ProbeLine stream : streams) {
            boolean cover = stream.flag("disposition:attached_pic") || stream.flag("disposition:timed_thumbnails");
            if (stream.text("codec_type").equals("video") && !cover) {
                return stream;
            }
        }
        return null;
    }

    private VideoStream video(ProbeLine stream, List<ProbeLine> firstFrames, PacketScan packets)
            throws IOException, WorkException {
        int index = stream.number("index");
        StreamTiming timing = packets.of(index);
        PictureProbe picture = new PictureProbe(firstFrames);
        if (picture.isEmpty()) {
            throw unreadable("No picture of the video can be decoded.");
        }
        picture.refuseLarge(settings);
        FrameTiming frames = timing.frames();
        if (frames.averageRate() > settings.maxFrameRate()) {
            throw new RefusedException(
                    RefusalCode.FRAME_RATE_TOO_HIGH,
                    Math.round(frames.averageRate()) + " frames a second; at most " + settings.maxFrameRate()
                            + " are accepted.");
        }
        return picture.stream(index, stream.text("codec_name"), rotation(stream), timing);
    }

    private double start(ProbeLine container, @Nullable VideoStream video, @Nullable AudioStream audio) {
        // ffmpeg moves the container's start to zero. It may lie before the chosen streams, but never behind them.
        double first = video == null ? Double.MAX_VALUE : video.first();
        first = audio == null ? first : Math.min(first, audio.first());
        String claimed = container.text("start_time");
        return claimed.isEmpty() ? first : Math.min(first, container.seconds("start_time"));
    }

    private static int rotation(ProbeLine stream) {
        return stream.number("side_datum/display_matrix:rotation");
    }

    private RefusedException nothingUsable(List<ProbeLine> streams) throws IOException {
        boolean listed =
                streams.stream().anyMatch(stream -> stream.text("codec_type").equals("audio"));
        if (listed || streams.isEmpty() && IsoBoxes.indexCutOff(workspace.source(), format)) {
            return unreadable("No sound can be decoded.");
        }
        return new RefusedException(RefusalCode.NO_AUDIO_OR_VIDEO, "The file has neither a picture nor sound.");
    }

    private RefusedException unreadable(String why) throws IOException {
        if (IsoBoxes.cutOff(workspace.source(), format) || Id3Tag.cutOff(workspace.source(), format)) {
            return new RefusedException(RefusalCode.TRUNCATED, "The file ends too early. " + why);
        }
        return new RefusedException(RefusalCode.DAMAGED, why);
    }
}
