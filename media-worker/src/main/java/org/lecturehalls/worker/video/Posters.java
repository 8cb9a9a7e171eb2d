package org.lecturehalls.worker.video;

import java.nio.file.Files;
import java.nio.file.Path;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;

/** The still picture of a video. */
final class Posters {

    private Posters() {}

    /** The poster that ffmpeg left in the workspace. */
    static Path written(Workspace workspace) throws WorkFailedException {
        Path poster = workspace.out().resolve(EncodePlan.POSTER_FILE);
        if (!Files.isRegularFile(poster)) {
            throw new WorkFailedException("Verification failed: no poster was written.");
        }
        return poster;
    }
}
