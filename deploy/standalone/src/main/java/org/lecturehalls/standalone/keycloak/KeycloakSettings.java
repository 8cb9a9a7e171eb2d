package org.lecturehalls.standalone.keycloak;

import java.nio.file.Path;
import java.util.List;

/**
 * How the embedded sign-in server is run.
 *
 * @param home the unpacked distribution
 * @param folder where its database lies
 * @param realmFiles the realm, then what is merged into it
 * @param themes folder with the themes of its pages
 * @param publicAddress the server as browsers see it
 * @param listenOn address to listen on
 * @param port port to listen on
 * @param managementPort port for its health, on this machine only
 * @param appAddress address of the app as browsers see it: people are sent back there and nowhere else
 * @param adminPassword password of the user {@code admin} of the admin console
 * @param launcherSecret secret with which the launcher sees to the realm
 * @param log where its output goes
 */
public record KeycloakSettings(
        Path home,
        Path folder,
        List<Path> realmFiles,
        Path themes,
        String publicAddress,
        String listenOn,
        int port,
        int managementPort,
        String appAddress,
        String adminPassword,
        String launcherSecret,
        Path log) {

    static final String REALM = "lecture-halls";
    static final String WEB_CLIENT = "lecture-halls-web";
    static final String LAUNCHER = "lecture-halls-launcher";

    String localAddress() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public String toString() {
        return "KeycloakSettings[" + publicAddress + "]";
    }
}
