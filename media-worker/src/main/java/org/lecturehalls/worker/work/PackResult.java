package org.lecturehalls.worker.work;

import java.nio.file.Path;
import java.util.List;
import org.lecturehalls.media.contract.PackKind;

/** Plain files that were made of a video and are yet to be stored. */
public record PackResult(List<Packed> files) {

    /**
     * One of them.
     *
     * @param sha256 in hexadecimal digits
     */
    public record Packed(PackKind kind, Path file, long bytes, String sha256) {}
}
