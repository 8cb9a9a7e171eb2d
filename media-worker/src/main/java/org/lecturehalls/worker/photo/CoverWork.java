package org.lecturehalls.worker.photo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.worker.recognition.FileFormat;
import org.lecturehalls.worker.recognition.Recogniser;
import org.lecturehalls.worker.video.CoverPictures;
import org.lecturehalls.worker.work.MediaResult;
import org.lecturehalls.worker.work.RefusedException;
import org.lecturehalls.worker.work.Source;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.Workspace;

/** Covers of audio lessons: they come from anywhere, so they go the way of any photo. */
public final class CoverWork implements CoverPictures {

    /** Lists and players show no larger one. */
    private static final int LONGEST_EDGE = 960;

    private static final Source CLAIMED = new Source(MediaKind.PHOTO, "", "");

    private final Recogniser recogniser;
    private final PhotoWork photos;

    public CoverWork(Recogniser recogniser, PhotoWork photos) {
        this.recogniser = recogniser;
        this.photos = photos;
    }

    @Override
    public @Nullable Path clean(Workspace workspace, StopSignal stop) throws IOException, WorkException {
        try {
            FileFormat format = recogniser.recognise(workspace.source(), CLAIMED);
            List<MediaResult.Photo.Size> sizes = photos.process(workspace, format, stop, (step, percent) -> {})
                    .sizes();
            return sizes.stream()
                    .filter(size -> Math.max(size.width(), size.height()) <= LONGEST_EDGE)
                    .reduce((smaller, larger) -> larger)
                    .orElse(sizes.get(0))
                    .file();
        } catch (RefusedException e) {
            return null;
        }
    }
}
