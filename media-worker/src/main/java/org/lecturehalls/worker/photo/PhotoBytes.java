package org.lecturehalls.worker.photo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.worker.work.RefusedException;

/** The bytes of a file, mapped. Whoever reads beyond the end learns that the file is cut off. */
final class PhotoBytes {

    private final ByteBuffer bytes;

    PhotoBytes(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static PhotoBytes of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new PhotoBytes(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    int length() {
        return bytes.limit();
    }

    int at(long offset) throws RefusedException {
        if (offset < 0 || offset >= bytes.limit()) {
            throw new RefusedException(
                    RefusalCode.TRUNCATED, "The picture ends after " + bytes.limit() + " bytes, which is too early.");
        }
        return bytes.get((int) offset) & 0xFF;
    }

    /** Most significant byte first. */
    long big(long offset, int count) throws RefusedException {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | at(offset + i);
        }
        return value;
    }

    /** Least significant byte first. */
    long little(long offset, int count) throws RefusedException {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | at(offset + i);
        }
        return value;
    }

    boolean holds(long offset, String ascii) throws RefusedException {
        byte[] wanted = ascii.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < wanted.length; i++) {
            if (at(offset + i) != (wanted[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** Whether two bytes follow each other anywhere behind an offset. */
    boolean pairAfter(long offset, int first, int second) {
        for (int i = (int) Math.max(0, offset); i + 1 < bytes.limit(); i++) {
            if ((bytes.get(i) & 0xFF) == first && (bytes.get(i + 1) & 0xFF) == second) {
                return true;
            }
        }
        return false;
    }
}
