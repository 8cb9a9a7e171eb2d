package org.lecturehalls.worker.samples;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Listens where hostile samples point to, and counts who calls. */
final class ForbiddenAddress implements AutoCloseable {

    private final int port;
    private final @Nullable ServerSocket socket;
    private final AtomicInteger hits = new AtomicInteger();

    private ForbiddenAddress(int port, @Nullable ServerSocket socket) {
        this.port = port;
        this.socket = socket;
    }

    static ForbiddenAddress listen(int port) throws IOException {
        try {
            ServerSocket socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            ForbiddenAddress address = new ForbiddenAddress(port, socket);
            Thread thread = new Thread(() -> address.count(socket), "forbidden-address");
            thread.setDaemon(true);
            thread.start();
            return address;
        } catch (BindException taken) {
            return new ForbiddenAddress(port, null);
        }
    }

    int hits() {
        return hits.get();
    }

    private void count(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                listening.accept().close();
                hits.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
    }

    @Override
    public String toString() {
        return socket == null
                ? "port " + port + " is taken and was not watched"
                : "connections to port " + port + ": " + hits();
    }
}
