package org.lecturehalls.worker.work;

import java.nio.file.Path;
import java.util.List;
import org.lecturehalls.media.contract.VideoPlan;
import org.lecturehalls.media.contract.VideoReady;

/** What was made of a source, as files in the workspace that are yet to be stored. */
public sealed interface MediaResult {

    /** All files to store; the object's name is the file's name. */
    List<Path> files();

    /**
     * A lecture video or an audio lesson. Keys inside are file names, which the attempt's prefix completes.
     *
     * @param ready the result with an empty job, token and prefix
     */
    record Video(VideoReady ready, List<Path> files) implements MediaResult {}

    /**
     * A video that workers shall share.
     *
     * @param plan how it is cut
     */
    record Planned(VideoPlan plan) implements MediaResult {

        @Override
        public List<Path> files() {
            return List.of();
        }
    }

    /** A photo, smallest size first. */
    record Photo(List<Size> sizes) implements MediaResult {

        /** One size in pixels. */
        public record Size(Path file, int width, int height) {}

        @Override
        public List<Path> files() {
            return sizes.stream().map(Size::file).toList();
        }
    }

    /** A document. */
    record Document(int pages, Path pdf, Path blindPdf, Path text, List<Path> pageImages) implements MediaResult {

        @Override
        public List<Path> files() {
            List<Path> all = new java.util.ArrayList<>(List.of(pdf, blindPdf, text));
            all.addAll(pageImages);
            return List.copyOf(all);
        }
    }
}
