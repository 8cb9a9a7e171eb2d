package org.lecturehalls.worker.work;

import java.io.IOException;
import java.nio.file.Path;
import org.lecturehalls.media.contract.PartJob;
import org.lecturehalls.media.contract.VideoReady.SegmentedFile;

/** Makes parts of videos that several workers share. */
public interface PartWork {

    /** The ffmpeg that is used, in the words of plans. */
    String build();

    /** Whether the source has to go through {@link #prepare} first. */
    boolean wantsPreparation(PartJob job) throws WorkException;

    /** Makes of the workspace's source what parts are cut from; the result can be kept for other parts of the video. */
    void prepare(Workspace workspace, StopSignal stop) throws IOException, WorkException;

    /**
     * Works on a part. The source is in the workspace, except for a check, which finds its excerpts there.
     *
     * @throws WorkFailedException when it may go better another time
     * @throws WorkStoppedException when the signal came
     */
    PartResult process(Workspace workspace, PartJob job, Desk desk) throws IOException, WorkException;

    /** What a part needs while it is worked on. */
    interface Desk extends Progress {

        StopSignal stop();

        /** Stores a piece of the sound for those who watch already. */
        void piece(int number, Path file, SegmentedFile piece) throws WorkException;

        /** Puts an excerpt of a check into a file: the initialisation section, then the segment. */
        void excerpt(PartJob.Excerpt excerpt, Path file) throws IOException, WorkException;
    }
}
