package org.lecturehalls.standalone.part;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * A port that a part is going to listen on.
 *
 * @param wantedBy the part
 * @param port the port
 * @param option the option that chooses another one
 */
public record PortNeed(String wantedBy, int port, String option) {

    /** Fails when one of the ports is taken, and names it. */
    public static void requireFree(List<PortNeed> needs) {
        for (PortNeed need : needs) {
            need.requireFree();
        }
    }

    private void requireFree() {
        if (taken(new InetSocketAddress(port))
                || taken(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            throw new StartFailure("Port " + port + " is taken, but " + wantedBy
                    + " needs it. Free it, or choose another with " + option + " PORT.");
        }
    }

    private static boolean taken(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of an earlier run that linger do not count as taken.
            socket.setReuseAddress(true);
            socket.bind(address);
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
