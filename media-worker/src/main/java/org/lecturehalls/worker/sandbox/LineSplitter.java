package org.lecturehalls.worker.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands on standard output line by line and notices when it is more than allowed. */
final class LineSplitter {

    private static final int LONGEST_LINE = 1 << 20;

    private final Consumer<String> lines;
    private final long allowed;

    LineSplitter(Consumer<String> lines, long allowed) {
        this.lines = lines;
        this.allowed = allowed;
    }

    /** Reads to the end. Returns false when the program printed too much; then the rest is left unread. */
    boolean pump(InputStream stream) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        byte[] line = new byte[256];
        int filled = 0;
        long total = 0;
        int n = stream.read(buffer);
        while (n >= 0) {
            total += n;
            if (total > allowed || filled > LONGEST_LINE) {
                return false;
            }
            for (int i = 0; i < n; i++) {
                if (buffer[i] == '\n') {
                    lines.accept(new String(line, 0, filled, StandardCharsets.UTF_8));
                    filled = 0;
                } else {
                    line = filled < line.length ? line : java.util.Arrays.copyOf(line, line.length * 2);
                    line[filled++] = buffer[i];
                }
            }
            n = stream.read(buffer);
        }
        if (filled > 0) {
            lines.accept(new String(line, 0, filled, StandardCharsets.UTF_8));
        }
        return true;
    }
}
