package org.lecturehalls.worker.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.lecturehalls.media.contract.JobFailed;

/** Keeps the end of what a program prints, however much that is. */
final class OutputTail {

    private static final int KEPT = JobFailed.MAX_TAIL;

    private final StringBuilder kept = new StringBuilder();

    /** Reads until the program closes the stream. */
    void drain(InputStream stream) throws IOException {
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
        char[] buffer = new char[2048];
        int n = reader.read(buffer);
        while (n >= 0) {
            append(buffer, n);
            n = reader.read(buffer);
        }
    }

    private synchronized void append(char[] chars, int length) {
        for (int i = 0; i < length; i++) {
            kept.append(printable(chars[i]));
        }
        if (kept.length() > KEPT) {
            kept.delete(0, kept.length() - KEPT);
        }
    }

    private static char printable(char c) {
        return c == '\n' || !Character.isISOControl(c) ? c : ' ';
    }

    synchronized String text() {
        return kept.toString().strip();
    }
}
