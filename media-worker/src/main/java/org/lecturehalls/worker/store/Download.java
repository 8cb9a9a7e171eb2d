package org.lecturehalls.worker.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkStoppedException;

/**
 * Reads an object at a signed address, which for gibibytes takes a fraction of the processor time that a client takes which
 * hands bytes on in small pieces.
 *
 * @param address where the object is, signed
 * @param size bytes of the object
 * @param timeout time to connect, and time without any byte
 */
record Download(URI address, long size, Duration timeout) {

    private static final int BUFFER = 1 << 20;

    /**
     * Goes on behind what the file has already.
     *
     * @param most bytes after which it stops reading
     * @param read hears how many bytes the file has
     * @throws IOException also when the line broke off; the file has what came until then
     */
    void appendTo(Path file, long most, StopSignal stop, LongConsumer read) throws IOException, WorkStoppedException {
        long have = Files.size(file);
        HttpURLConnection connection = connection(have);
        try {
            requireContent(connection, have);
            try (InputStream in = connection.getInputStream();
                    OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
                byte[] buffer = new byte[BUFFER];
                int n = in.read(buffer);
                while (n >= 0 && have <= most) {
                    stop.check();
                    out.write(buffer, 0, n);
                    have += n;
                    read.accept(have);
                    n = in.read(buffer);
                }
            }
            if (have < Math.min(size, most)) {
                throw new IOException("the line broke off after " + have + " of " + size + " bytes");
            }
        } finally {
            connection.disconnect();
        }
    }

    private HttpURLConnection connection(long have) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(Math.toIntExact(timeout.toMillis()));
        connection.setReadTimeout(Math.toIntExact(timeout.toMillis()));
        connection.setInstanceFollowRedirects(false);
        if (have > 0) {
            connection.setRequestProperty("Range", "bytes=" + have + "-");
        }
        return connection;
    }

    private static void requireContent(HttpURLConnection connection, long have) throws IOException {
        int expected = have > 0 ? HttpURLConnection.HTTP_PARTIAL : HttpURLConnection.HTTP_OK;
        int status = connection.getResponseCode();
        if (status != expected) {
            throw new IOException("the store answered with status " + status);
        }
    }
}
