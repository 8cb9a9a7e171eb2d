package org.lecturehalls.worker.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehalls.worker.work.StopReason;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkStoppedException;

/** Against a store that answers each request with what is laid out for it, and then closes the line. */
class DownloadTest {

    private static final int SIZE = 10;

    @TempDir
    Path folder;

    private ServerSocket server;
    private Path file;
    private final StopSignal stop = new StopSignal();
    private final List<Long> read = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        file = Files.createFile(folder.resolve("source"));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void goesOnWhereTheLineWasClosed() throws Exception {
        answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123", true);
        assertThatThrownBy(() -> download().appendTo(file, SIZE, stop, read::add))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent("0123");

        Thread request = answer("HTTP/1.1 206 Partial Content\r\nContent-Length: 6\r\n\r\n456789", true);
        download().appendTo(file, SIZE, stop, read::add);
        request.join();

        assertThat(file).hasContent("0123456789");
        assertThat(read).endsWith(10L);
        assertThat(requested).contains("\r\nRange: bytes=4-\r\n");
    }

    @Test
    void doesNotAppendWhatAnswersAnotherQuestion() throws Exception {
        Files.writeString(file, "0123");
        answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789", true);

        assertThatThrownBy(() -> download().appendTo(file, SIZE, stop, read::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("status 200");
        assertThat(file).hasContent("0123");
    }

    @Test
    void followsNoRedirect() throws Exception {
        answer("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", true);

        assertThatThrownBy(() -> download().appendTo(file, SIZE, stop, read::add))
                .hasMessageContaining("status 302");
    }

    @Test
    void givesUpOnASilentLine() throws Exception {
        answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n01", false);

        assertThatThrownBy(() -> download().appendTo(file, SIZE, stop, read::add))
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void endsWhenTheWorkIsStopped() throws Exception {
        stop.stop(StopReason.CANCELLED);
        answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789", true);

        assertThatThrownBy(() -> download().appendTo(file, SIZE, stop, read::add))
                .isInstanceOf(WorkStoppedException.class);
        assertThat(file).isEmptyFile();
    }

    private Download download() {
        URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/source");
        return new Download(address, SIZE, Duration.ofSeconds(1));
    }

    private volatile @Nullable String requested;

    private Thread answer(String answer, boolean close) {
        Thread thread = new Thread(() -> {
            try {
                Socket socket = server.accept();
                byte[] buffer = new byte[4096];
                int n = socket.getInputStream().read(buffer);
                requested = new String(buffer, 0, n, StandardCharsets.US_ASCII);
                OutputStream out = socket.getOutputStream();
                out.write(answer.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                if (close) {
                    socket.close();
                }
            } catch (IOException e) {
                requested = e.toString();
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
