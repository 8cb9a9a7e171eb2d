package org.lecturehalls.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The variables that tell the backend and the workers where the parts are. Outside parts are told by the inherited ones. */
final class Connections {

    static final String BROKER_USER = "platform";
    private static final String PHONE_KEY = "LECTUREHALLS_LECTURERS_PHONEKEY";

    private final Options options;
    private final Outside outside;
    private final Secrets secrets;

    Connections(Options options, Outside outside, Secrets secrets) {
        this.options = options;
        this.outside = outside;
        this.secrets = secrets;
    }

    Map<String, String> forBackend() {
        Map<String, String> variables = new LinkedHashMap<>(forWorker("127.0.0.1"));
        variables.put("SERVER_PORT", String.valueOf(options.port()));
        variables.put("SERVER_ADDRESS", options.listenOn());
        variables.putIfAbsent("LECTUREHALLS_WEB_PUBLICURL", publicUrl());
        variables.put("LECTUREHALLS_MEDIA_PLAYBACKSECRET", secrets.get(Secrets.Name.PLAYBACK_SECRET));
        if (outside.get(PHONE_KEY).isBlank()) {
            variables.put(PHONE_KEY, secrets.get(Secrets.Name.PHONE_KEY));
        }
        if (options.sampleCity()) {
            variables.put("LECTUREHALLS_SAMPLECITY_LOAD", "true");
        }
        if (!outside.hasMongo()) {
            variables.put(Outside.MONGO_URI, "mongodb://127.0.0.1:" + options.mongoPort() + "/lecturehalls");
        }
        if (!outside.hasStorage()) {
            variables.put("LECTUREHALLS_STORAGE_PUBLICENDPOINT", options.publicAddress(options.storagePort()));
            // The embedded store has rules of its own, and takes no others.
            variables.put("LECTUREHALLS_STORAGE_SETCORS", "false");
        }
        if (!outside.hasIdentity()) {
            String realm = "/realms/lecture-halls";
            variables.put(Outside.ISSUER_URI, options.publicAddress(options.keycloakPort()) + realm);
            variables.put(
                    "LECTUREHALLS_IDENTITY_JWKSETURI",
                    "http://127.0.0.1:" + options.keycloakPort() + realm + "/protocol/openid-connect/certs");
        }
        return variables;
    }

    /** What a worker needs that reaches this machine under the given name. */
    Map<String, String> forWorker(String host) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (!outside.hasStorage()) {
            variables.put(Outside.STORAGE_ENDPOINT, "http://" + host + ":" + options.storagePort());
            variables.put(Outside.STORAGE_ACCESS_KEY, secrets.get(Secrets.Name.STORAGE_ACCESS_KEY));
            variables.put(Outside.STORAGE_SECRET_KEY, secrets.get(Secrets.Name.STORAGE_SECRET_KEY));
        }
        if (!outside.hasBroker()) {
            variables.put(Outside.BROKER_URL, "tcp://" + host + ":" + options.brokerPort());
            variables.put("SPRING_ARTEMIS_USER", BROKER_USER);
            variables.put("SPRING_ARTEMIS_PASSWORD", secrets.get(Secrets.Name.BROKER_PASSWORD));
        }
        return variables;
    }

    String publicUrl() {
        String given = outside.get("LECTUREHALLS_WEB_PUBLICURL");
        return given.isBlank() ? options.publicAddress(options.port()) : given;
    }

    /** Writes what {@code deploy/worker.sh} needs, also on another machine when this one has a name there. */
    void write(Path file) throws IOException {
        Map<String, String> variables = new LinkedHashMap<>();
        Outside.WORKER_VARIABLES.forEach(name -> variables.put(name, outside.get(name)));
        variables.putAll(forWorker(options.host() == null ? "127.0.0.1" : options.host()));
        PrivateFile.write(
                file,
                variables.entrySet().stream()
                        .filter(variable -> !variable.getValue().isBlank())
                        .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                        .collect(Collectors.joining()));
    }
}
