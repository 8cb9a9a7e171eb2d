package org.lecturehalls.standalone.process;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A log file that is set aside as {@code NAME.1} when it has grown, so that no log fills a disk. */
final class BoundedLog implements Closeable {

    private static final long LARGEST_BYTES = 8L * 1024 * 1024;
    private static final int LONGEST_LINE = 16 * 1024;

    private final Path file;
    private final long largestBytes;
    private OutputStream out;
    private long bytes;

    BoundedLog(Path file) throws IOException {
        this(file, LARGEST_BYTES);
    }

    BoundedLog(Path file, long largestBytes) throws IOException {
        this.file = file;
        this.largestBytes = largestBytes;
        Files.createDirectories(file.toAbsolutePath().getParent());
        this.out = open(file);
        this.bytes = Files.size(file);
    }

    void line(String line) throws IOException {
        if (bytes >= largestBytes) {
            setAside();
        }
        String bounded = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
        byte[] encoded = (bounded + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(encoded);
        bytes += encoded.length;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void setAside() throws IOException {
        out.close();
        Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        out = open(file);
        bytes = 0;
    }

    private static OutputStream open(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
