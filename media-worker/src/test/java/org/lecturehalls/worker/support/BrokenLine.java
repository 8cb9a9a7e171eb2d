package org.lecturehalls.worker.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a server that is reset in the middle of what is sent, some times, and then holds. */
public final class BrokenLine implements AutoCloseable {

    private static final int BYTES_UNTIL_RESET = 48 << 10;

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final URI server;
    private final AtomicInteger resetsLeft;
    private final AtomicInteger resets = new AtomicInteger();

    public BrokenLine(String server, int resets) throws IOException {
        this.server = URI.create(server);
        this.resetsLeft = new AtomicInteger(resets);
        start(this::accept);
    }

    public String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** How often it broke until now. */
    public int resets() {
        return resets.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() throws IOException {
        while (true) {
            Socket near = door.accept();
            Socket far = new Socket(server.getHost(), server.getPort());
            start(() -> carry(near, far, true));
            start(() -> carry(far, near, false));
        }
    }

    private void carry(Socket from, Socket to, boolean breaks) throws IOException {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[8 << 10];
            long carried = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                carried += n;
                if (breaks && carried > BYTES_UNTIL_RESET && resetsLeft.getAndDecrement() > 0) {
                    resets.incrementAndGet();
                    // With no time to linger, closing sends a reset.
                    from.setSoLinger(true, 0);
                    return;
                }
            }
        }
    }

    private interface Carrying {
        void run() throws IOException;
    }

    private static void start(Carrying carrying) {
        Thread thread = new Thread(() -> {
            try {
                carrying.run();
            } catch (IOException e) {
                // One side has hung up, as the other will notice.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
