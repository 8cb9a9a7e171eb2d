package org.lecturehalls.standalone.broker;

import java.nio.file.Path;

/**
 * How the embedded broker is run.
 *
 * @param folder where the journal lies
 * @param listenOn address to listen on
 * @param port port to listen on
 * @param user the one user
 * @param password the user's password
 * @param log where to read what went wrong
 */
public record BrokerSettings(Path folder, String listenOn, int port, String user, String password, String log) {

    @Override
    public String toString() {
        return "BrokerSettings[" + listenOn + ":" + port + "]";
    }
}
