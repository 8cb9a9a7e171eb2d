package org.lecturehalls.standalone.storage;

import java.nio.file.Path;
import java.util.List;

/**
 * How the embedded store is run.
 *
 * @param folder where the objects lie
 * @param listenOn address to listen on
 * @param port port to listen on
 * @param publicAddress the store as browsers see it
 * @param accessKey name of the one key
 * @param secretKey secret of the one key
 * @param appOrigins origins of the pages that may use the store
 * @param log where to read what went wrong
 */
public record StorageSettings(
        Path folder,
        String listenOn,
        int port,
        String publicAddress,
        String accessKey,
        String secretKey,
        List<String> appOrigins,
        String log) {

    @Override
    public String toString() {
        return "StorageSettings[" + publicAddress + "]";
    }
}
