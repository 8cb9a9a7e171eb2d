package org.lecturehalls.worker.video;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.lecturehalls.worker.video.FragmentedFile.Fragment;

/** Takes some fragments of a rendition, behind its initialisation section, into a file that plays. */
final class FragmentCopy {

    private FragmentCopy() {}

    static void of(Path rendition, long initBytes, List<Fragment> fragments, Path excerpt) throws IOException {
        try (FileChannel in = FileChannel.open(rendition);
                FileChannel out = FileChannel.open(
                        excerpt,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            copy(in, out, 0, initBytes);
            for (Fragment fragment : fragments) {
                copy(in, out, fragment.offset(), fragment.length());
            }
        }
    }

    private static void copy(FileChannel in, FileChannel out, long from, long length) throws IOException {
        long done = 0;
        while (done < length) {
            done += in.transferTo(from + done, length - done, out);
        }
    }
}
