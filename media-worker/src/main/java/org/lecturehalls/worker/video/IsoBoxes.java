package org.lecturehalls.worker.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.lecturehalls.worker.recognition.FileFormat;

/** Walks over the outermost boxes of an MP4 or QuickTime file that nobody vouches for. */
final class IsoBoxes {

    private static final int MOST_BOXES = 100_000;
    private static final int HEADER = 8;
    private static final int LARGE_HEADER = 16;

    private IsoBoxes() {}

    /** Whether a box reaches past the end of the file, or the index of the media is missing altogether. */
    static boolean cutOff(Path file, FileFormat format) throws IOException {
        return walk(file, format, false);
    }

    /** Whether the index of the media is missing or reaches past the end, whatever follows a whole one. */
    static boolean indexCutOff(Path file, FileFormat format) throws IOException {
        return walk(file, format, true);
    }

    private static boolean walk(Path file, FileFormat format, boolean indexOnly) throws IOException {
        if (format != FileFormat.MP4) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file)) {
            return walk(channel, indexOnly);
        }
    }

    private static boolean walk(FileChannel channel, boolean indexOnly) throws IOException {
        long position = 0;
        boolean index = false;
        for (int i = 0; i < MOST_BOXES && position < channel.size(); i++) {
            ByteBuffer header = read(channel, position);
            if (header.remaining() < HEADER) {
                return true;
            }
            long size = size(header, channel.size() - position);
            if (position + size > channel.size()) {
                return true;
            }
            if (size < HEADER) {
                return false;
            }
            index |= name(header).equals("moov");
            if (index && indexOnly) {
                return false;
            }
            position += size;
        }
        return !index;
    }

    private static long size(ByteBuffer header, long rest) {
        long size = header.getInt(0) & 0xFFFFFFFFL;
        if (size == 0) {
            return rest;
        }
        boolean large = size == 1 && header.remaining() >= LARGE_HEADER;
        long stated = large ? header.getLong(HEADER) : size;
        return stated < 0 ? Long.MAX_VALUE / 2 : stated;
    }

    private static String name(ByteBuffer header) {
        return new String(header.array(), 4, 4, StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer read(FileChannel channel, long position) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LARGE_HEADER);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) > 0) {
            // A channel may give less than asked for.
        }
        return buffer.flip();
    }
}
