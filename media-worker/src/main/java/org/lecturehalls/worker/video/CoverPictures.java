package org.lecturehalls.worker.video;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.Workspace;

/** Cleans the picture that a file of sound carries, by the rules for photos. */
@FunctionalInterface
public interface CoverPictures {

    /**
     * Makes of the workspace's source a picture that says nothing but what is seen.
     *
     * @return a JPEG in the workspace; null when the source would not be accepted as a photo
     */
    @Nullable
    Path clean(Workspace workspace, StopSignal stop) throws IOException, WorkException;
}
