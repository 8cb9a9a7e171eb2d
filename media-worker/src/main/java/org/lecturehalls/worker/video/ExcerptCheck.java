package org.lecturehalls.worker.video;

import java.io.IOException;
import java.util.List;
import org.lecturehalls.media.contract.PartJob;
import org.lecturehalls.worker.video.FragmentedFile.Fragment;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.Workspace;

/** Decodes a segment that came back from the store, and compares when it starts. */
final class ExcerptCheck {

    /** With a number, since several are looked at side by side. */
    static final String FILE = "tmp/excerpt-%d.mp4";

    /** Picture and sound that are further apart are seen to be. Sound begins up to one packet early. */
    private static final double TOLERANCE_SECONDS = 0.045;

    private final Ffprobe ffprobe;
    private final Workspace workspace;

    ExcerptCheck(Ffprobe ffprobe, Workspace workspace) {
        this.ffprobe = ffprobe;
        this.workspace = workspace;
    }

    /** @param file of the workspace, that holds the segment behind its initialisation section */
    void check(PartJob.Excerpt excerpt, String file) throws IOException, WorkException {
        FragmentedFile read = FragmentReader.read(workspace.folder().resolve(file));
        String name = excerpt.track() + " at " + Math.round(excerpt.startSeconds()) + " s";
        if (read.fragments().size() != 1) {
            throw VideoParts.failed(name + " is not one segment");
        }
        Fragment fragment = read.fragments().get(0);
        if (Math.abs(fragment.start() - excerpt.startSeconds()) > TOLERANCE_SECONDS) {
            throw VideoParts.failed(name + " starts at " + fragment.start() + " s");
        }
        List<ProbeLine> streams = ffprobe.read(ProbeArguments.decoded(file));
        long decoded = streams.isEmpty() ? 0 : streams.get(0).number("nb_read_frames");
        // The first packet of sound only primes the decoder.
        boolean all = decoded == fragment.samples() || read.codec().isEmpty() && decoded == fragment.samples() - 1;
        if (!all) {
            throw VideoParts.failed(
                    "only " + decoded + " of " + fragment.samples() + " frames of " + name + " can be decoded");
        }
    }
}
