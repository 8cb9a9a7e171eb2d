package org.lecturehalls.worker.work;

import java.io.IOException;

/** Makes of a source what its kind asks for. */
@FunctionalInterface
public interface MediaWork {

    /**
     * Works on the workspace's source and leaves the results in the workspace.
     *
     * @throws RefusedException when the source is not accepted
     * @throws WorkFailedException when it may go better another time
     * @throws WorkStoppedException when the signal came
     */
    MediaResult process(Workspace workspace, Source source, StopSignal stop, Progress progress)
            throws IOException, WorkException;
}
