package org.lecturehalls.worker.video;

import java.io.IOException;
import java.util.List;
import org.lecturehalls.media.contract.PartJob;
import org.lecturehalls.worker.video.FragmentedFile.Fragment;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.Workspace;

/** Decodes a segment that came back from the store, and compares when it starts. */
final class ExcerptCheck {

    static final String FILE = "tmp/excerpt.mp4";

    /** Picture and sound that are further apart are seen to be. Sound begins up to one packet early. */
    private static final double TOLERANCE_SECONDS = 0.045;

    private final Ffprobe ffprobe;
    private final Workspace workspace;

    ExcerptCheck(Ffprobe ffprobe, Workspace workspace) {
        this.ffprobe = ffprobe;
        this.workspace = workspace;
    }

    void check(PartJob.Excerpt excerpt) throws IOException, WorkException {
        FragmentedFile file = FragmentReader.read(workspace.folder().resolve(FILE));
        String name = excerpt.track() + " at " + Math.round(excerpt.startSeconds()) + " s";
        if (file.fragments().size() != 1) {
            throw VideoParts.failed(name + " is not one segment");
        }
        Fragment fragment = file.fragments().get(0);
        if (Math.abs(fragment.start() - excerpt.startSeconds()) > TOLERANCE_SECONDS) {
            throw VideoParts.failed(name + " starts at " + fragment.start() + " s");
        }
        List<ProbeLine> streams = ffprobe.read(ProbeArguments.decoded(FILE));
        long decoded = streams.isEmpty() ? 0 : streams.get(0).number("nb_read_frames");
        // The first packet of sound only primes the decoder.
        boolean all = decoded == fragment.samples() || file.codec().isEmpty() && decoded == fragment.samples() - 1;
        if (!all) {
            throw VideoParts.failed(
                    "only " + decoded + " of " + fragment.samples() + " frames of " + name + " can be decoded");
        }
    }
}
