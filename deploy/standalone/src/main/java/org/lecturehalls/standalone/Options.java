package org.lecturehalls.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.standalone.part.PortNeed;

/**
 * What the person who starts the platform may choose.
 *
 * @param home folder of the project, with the built jars
 * @param data folder that takes all state
 * @param host name or address under which other machines reach this one; without it only this machine is served
 * @param port port of the web app
 * @param storagePort port of the embedded S3 store
 * @param keycloakPort port of the embedded sign-in server
 * @param mongoPort port of the embedded database
 * @param brokerPort port of the embedded broker
 * @param workers how many media workers to start
 * @param sampleCity whether the database is filled with a city to look at
 */
record Options(
        Path home,
        Path data,
        @Nullable String host,
        int port,
        int storagePort,
        int keycloakPort,
        int mongoPort,
        int brokerPort,
        int workers,
        boolean sampleCity) {

    /** Address that the parts meant for other machines listen on. */
    String listenOn() {
        return host == null ? "127.0.0.1" : "0.0.0.0";
    }

    String publicAddress(int ofPort) {
        return "http://" + (host == null ? "localhost" : host) + ":" + ofPort;
    }

    List<PortNeed> portNeeds(Outside outside) {
        return Stream.of(
                        new PortNeed("the web app", port, "--port"),
                        outside.hasMongo() ? null : new PortNeed("the embedded MongoDB", mongoPort, "--mongo-port"),
                        outside.hasStorage() ? null : new PortNeed("the embedded S3 storage", storagePort, "--s3-port"),
                        outside.hasBroker() ? null : new PortNeed("the embedded Artemis", brokerPort, "--broker-port"),
                        outside.hasIdentity() ? null : new PortNeed("Keycloak", keycloakPort, "--keycloak-port"))
                .filter(Objects::nonNull)
                .toList();
    }
}
