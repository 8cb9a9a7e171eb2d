package org.lecturehalls.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.lecturehalls.standalone.broker.BrokerPart;
import org.lecturehalls.standalone.broker.BrokerSettings;
import org.lecturehalls.standalone.keycloak.KeycloakPart;
import org.lecturehalls.standalone.keycloak.KeycloakSettings;
import org.lecturehalls.standalone.mongo.MongoPart;
import org.lecturehalls.standalone.part.Part;
import org.lecturehalls.standalone.process.Leftovers;
import org.lecturehalls.standalone.process.Notices;
import org.lecturehalls.standalone.process.ProcessPart;
import org.lecturehalls.standalone.process.ProcessSettings;
import org.lecturehalls.standalone.storage.StoragePart;
import org.lecturehalls.standalone.storage.StorageSettings;

/** Lays out the parts in the order in which they start; those that are outside are left out. */
final class PlatformParts {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The backend is ready when its city is loaded. */
    private static final Duration PATIENCE_WITH_CITY = Duration.ofMinutes(15);

    private final Options options;
    private final Outside outside;
    private final DataFolder data;
    private final Secrets secrets;
    private final Connections connections;
    private final Installation installation;
    private final Notices notices;
    private final Map<String, String> mark;

    PlatformParts(
            Options options,
            Outside outside,
            DataFolder data,
            Secrets secrets,
            Connections connections,
            Notices notices) {
        this.options = options;
        this.outside = outside;
        this.data = data;
        this.secrets = secrets;
        this.connections = connections;
        this.installation = new Installation(options.home());
        this.notices = notices;
        this.mark = Map.of(Leftovers.MARK, data.root().toString());
    }

    List<Part> inOrder() throws IOException {
        List<Part> parts = new ArrayList<>();
        if (!outside.hasMongo()) {
            parts.add(new MongoPart(data.path("mongo"), options.mongoPort(), ownLog()));
        }
        if (!outside.hasStorage()) {
            parts.add(new StoragePart(storage()));
        }
        if (!outside.hasBroker()) {
            parts.add(new BrokerPart(broker()));
        }
        if (!outside.hasIdentity()) {
            parts.add(new KeycloakPart(keycloak(), mark, notices));
        }
        parts.add(new ProcessPart(backend(), notices));
        for (int number = 1; number <= options.workers(); number++) {
            parts.add(new ProcessPart(worker("worker-" + number), notices));
        }
        return parts;
    }

    private StorageSettings storage() {
        return new StorageSettings(
                data.path("objects"),
                options.listenOn(),
                options.storagePort(),
                options.publicAddress(options.storagePort()),
                secrets.get(Secrets.Name.STORAGE_ACCESS_KEY),
                secrets.get(Secrets.Name.STORAGE_SECRET_KEY),
                List.of(connections.publicUrl()),
                ownLog());
    }

    private BrokerSettings broker() {
        return new BrokerSettings(
                data.path("broker"),
                options.listenOn(),
                options.brokerPort(),
                Connections.BROKER_USER,
                secrets.get(Secrets.Name.BROKER_PASSWORD),
                ownLog());
    }

    private KeycloakSettings keycloak() throws IOException {
        return new KeycloakSettings(
                installation.keycloak(),
                data.path("keycloak"),
                installation.realmFiles(),
                installation.themes(),
                options.publicAddress(options.keycloakPort()),
                options.listenOn(),
                options.keycloakPort(),
                freePort(),
                connections.publicUrl(),
                secrets.get(Secrets.Name.KEYCLOAK_ADMIN_PASSWORD),
                secrets.get(Secrets.Name.KEYCLOAK_LAUNCHER_SECRET),
                data.log("keycloak"));
    }

    private ProcessSettings backend() {
        return new ProcessSettings(
                "Web app",
                connections.publicUrl(),
                installation.java(installation.backendJar(), "512m"),
                marked(connections.forBackend()),
                data.log("backend"),
                URI.create("http://127.0.0.1:" + options.port() + "/actuator/health"),
                null,
                options.sampleCity() ? PATIENCE_WITH_CITY : PATIENCE);
    }

    private ProcessSettings worker(String id) {
        Map<String, String> environment = marked(connections.forWorker("127.0.0.1"));
        environment.put("LECTUREHALLS_WORKER_ID", id);
        environment.put(
                "LECTUREHALLS_WORKER_WORKDIR", data.path("work").resolve(id).toString());
        return new ProcessSettings(
                "Media " + id.replace('-', ' '),
                "",
                installation.java(installation.workerJar(), "192m"),
                environment,
                data.log(id),
                null,
                Pattern.compile("Worker .* is ready"),
                PATIENCE);
    }

    private Map<String, String> marked(Map<String, String> environment) {
        Map<String, String> marked = new HashMap<>(environment);
        marked.putAll(mark);
        return marked;
    }

    private String ownLog() {
        Path log = data.log("standalone");
        return log.toString();
    }

    /** Keycloak's health has a port of its own, which nobody but the launcher needs to know. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
