package org.lecturehalls.worker.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.lecturehalls.media.contract.FilmPictures;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The picture that stands for an audio lesson: the cover that its file carries, else a drawing of its sound. */
final class LessonPicture {

    private static final Logger LOG = LoggerFactory.getLogger(LessonPicture.class);
    private static final String FILE = Pictures.POSTER.formatted(1);

    private final Ffprobe ffprobe;
    private final Transcoder transcoder;
    private final CoverPictures covers;
    private final Workspace workspace;
    private final StopSignal stop;

    LessonPicture(Ffprobe ffprobe, Transcoder transcoder, CoverPictures covers, Workspace workspace, StopSignal stop) {
        this.ffprobe = ffprobe;
        this.transcoder = transcoder;
        this.covers = covers;
        this.workspace = workspace;
        this.stop = stop;
    }

    /** The sound is encoded already. */
    Pictures.Made make(Inspection source) throws IOException, WorkException {
        Path picture = workspace.out().resolve(FILE);
        if (!cover(source, picture)) {
            transcoder.run(StillArguments.drawing(EncodePlan.AUDIO_FILE, FILE), workspace, stop, line -> {});
        }
        if (Stills.size(picture) == 0) {
            throw new WorkFailedException("Verification failed: no picture of the sound was written.");
        }
        return new Pictures.Made(new FilmPictures(List.of(FILE), null), FILE, List.of(picture));
    }

    /** False when there is none, or none that can be used: that is no reason to do without the lesson. */
    private boolean cover(Inspection source, Path picture) throws IOException, WorkException {
        String demuxer = Objects.requireNonNull(source.format().demuxer());
        for (ProbeLine stream : ffprobe.read(ProbeArguments.streams(demuxer))) {
            if (stream.is("stream") && stream.flag("disposition:attached_pic")) {
                return cover(demuxer, stream.number("index"), picture);
            }
        }
        return false;
    }

    private boolean cover(String demuxer, int stream, Path picture) throws IOException, WorkException {
        try (Workspace own = Workspace.in(workspace.tmp())) {
            String raw = workspace.folder().relativize(own.source()).toString();
            transcoder.runAsFarAsItGoes(StillArguments.cover(demuxer, stream, raw), workspace, stop);
            Path clean = Stills.size(own.source()) == 0 ? null : covers.clean(own, stop);
            if (clean == null) {
                return false;
            }
            Files.move(clean, picture);
            return true;
        } catch (WorkFailedException e) {
            LOG.info("The cover of an audio lesson is left out: {}", e.getMessage());
            return false;
        }
    }
}
