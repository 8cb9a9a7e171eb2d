package org.lecturehalls.worker.video;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lecturehalls.worker.recognition.FileFormat;

/** Tells whether an audio file ends inside the tag at its beginning, as one with a large cover does when it is cut off. */
final class Id3Tag {

    private static final int HEADER = 10;

    private Id3Tag() {}

    static boolean cutOff(Path file, FileFormat format) throws IOException {
        if (format != FileFormat.MP3 && format != FileFormat.AAC && format != FileFormat.FLAC) {
            return false;
        }
        byte[] header;
        try (InputStream in = Files.newInputStream(file)) {
            header = in.readNBytes(HEADER);
        }
        boolean tagged = header.length == HEADER && header[0] == 'I' && header[1] == 'D' && header[2] == '3';
        return tagged && HEADER + size(header) >= Files.size(file);
    }

    private static long size(byte[] header) {
        long size = 0;
        for (int i = 6; i < HEADER; i++) {
            size = size << 7 | header[i] & 0x7F;
        }
        return size;
    }
}
