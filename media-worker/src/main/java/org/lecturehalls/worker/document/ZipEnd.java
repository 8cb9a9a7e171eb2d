package org.lecturehalls.worker.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Tells a zip that was cut off from one that is there in full length but broken. */
final class ZipEnd {

    private static final int LOOKED_AT = 1 << 20;
    private static final String DIRECTORY_ENTRY = "PK\001\002";

    private ZipEnd() {}

    /** Whether not even the beginning of the directory, which comes last, is there. */
    static boolean missing(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            int length = (int) Math.min(channel.size(), LOOKED_AT);
            ByteBuffer end = ByteBuffer.allocate(length);
            while (end.hasRemaining() && channel.read(end, channel.size() - length + end.position()) > 0) {
                // A channel may give less than asked for.
            }
            return !new String(end.array(), StandardCharsets.ISO_8859_1).contains(DIRECTORY_ENTRY);
        }
    }
}
