package org.lecturehalls.worker.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lecturehalls.media.contract.FilmTexts;
import org.lecturehalls.media.contract.FilmTexts.Subtitles;
import org.lecturehalls.worker.video.SourceTexts.SubtitleStream;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;

/** Takes over the chapters and the text tracks of a source. A file whose texts cannot be read is a good video all the same. */
final class Texts {

    private static final int MOST_LISTED = 4 << 20;
    private static final String FILE = "subtitles-%d.vtt";

    private final Ffprobe ffprobe;
    private final Transcoder transcoder;
    private final Workspace workspace;
    private final StopSignal stop;

    Texts(Ffprobe ffprobe, Transcoder transcoder, Workspace workspace, StopSignal stop) {
        this.ffprobe = ffprobe;
        this.transcoder = transcoder;
        this.workspace = workspace;
        this.stop = stop;
    }

    /** What was taken over; keys are file names. */
    record Made(FilmTexts texts, List<Path> files) {}

    Made make(Inspection source) throws IOException, WorkException {
        try {
            SourceTexts found = SourceTexts.of(listed(source), source.seconds());
            List<Subtitles> subtitles = new ArrayList<>();
            List<Path> files = new ArrayList<>();
            take(source, found.subtitles(), subtitles, files);
            return new Made(new FilmTexts(found.chapters(), subtitles), files);
        } catch (WorkFailedException e) {
            return new Made(new FilmTexts(List.of(), List.of()), List.of());
        }
    }

    private void take(Inspection source, List<SubtitleStream> streams, List<Subtitles> subtitles, List<Path> files)
            throws IOException, WorkException {
        if (streams.isEmpty()) {
            return;
        }
        List<Integer> indices = streams.stream().map(SubtitleStream::index).toList();
        transcoder.runAsFarAsItGoes(EncodeArguments.subtitles(source, indices, FILE), workspace, stop);
        for (int i = 0; i < streams.size(); i++) {
            String name = FILE.formatted(i);
            Path file = workspace.out().resolve(name);
            if (Stills.size(file) > 0) {
                files.add(file);
                subtitles.add(new Subtitles(
                        name, streams.get(i).language(), streams.get(i).title()));
            }
        }
    }

    private String listed(Inspection source) throws IOException, WorkException {
        String demuxer = Objects.requireNonNull(source.format().demuxer());
        return ffprobe.json(ProbeArguments.texts(demuxer), MOST_LISTED);
    }
}
