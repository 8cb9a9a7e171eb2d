package org.lecturehalls.standalone.keycloak;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lecturehalls.standalone.part.Part;
import org.lecturehalls.standalone.process.Notices;
import org.lecturehalls.standalone.process.ProcessPart;
import org.lecturehalls.standalone.process.ProcessSettings;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Keycloak as a process, with the platform's realm in it. */
public final class KeycloakPart implements Part {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final KeycloakSettings settings;
    private final ProcessPart process;

    public KeycloakPart(KeycloakSettings settings, Map<String, String> mark, Notices notices) {
        this.settings = settings;
        this.process = new ProcessPart(processSettings(settings, mark), notices);
    }

    @Override
    public String name() {
        return process.name();
    }

    @Override
    public String address() {
        return process.address();
    }

    @Override
    public String log() {
        return process.log();
    }

    @Override
    public Duration patience() {
        return process.patience();
    }

    @Override
    public void start() throws IOException, InterruptedException {
        new KeycloakBuild(settings.home(), settings.log()).once();
        process.start();
    }

    @Override
    public boolean ready() throws InterruptedException {
        return process.ready();
    }

    /** Creates the realm at the first start; later sees only that people find it, and are sent back to where the app is now. */
    @Override
    public void settle() throws IOException, InterruptedException {
        KeycloakAdmin admin =
                new KeycloakAdmin(settings.localAddress(), KeycloakSettings.LAUNCHER, settings.launcherSecret());
        if (!admin.hasRealm(KeycloakSettings.REALM)) {
            ObjectNode realm = RealmFile.merged(settings.realmFiles());
            RealmFile.fitWebClient(RealmFile.client(realm, KeycloakSettings.WEB_CLIENT), settings.appAddress());
            RealmFile.fitTransport(realm, settings.publicAddress());
            admin.createRealm(realm);
            return;
        }
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        RealmFile.fitTransport(changes, settings.publicAddress());
        admin.updateRealm(KeycloakSettings.REALM, changes);
        ObjectNode client = admin.client(KeycloakSettings.REALM, KeycloakSettings.WEB_CLIENT);
        ObjectNode fitting = client.deepCopy();
        RealmFile.fitWebClient(fitting, settings.appAddress());
        if (!fitting.equals(client)) {
            admin.updateClient(KeycloakSettings.REALM, fitting);
        }
    }

    @Override
    public void stop() {
        process.stop();
    }

    private static ProcessSettings processSettings(KeycloakSettings settings, Map<String, String> mark) {
        return new ProcessSettings(
                "Keycloak",
                settings.publicAddress(),
                List.of(settings.home().resolve("bin/kc.sh").toString(), "start", "--optimized"),
                environment(settings, mark),
                settings.log(),
                URI.create("http://127.0.0.1:" + settings.managementPort() + "/health/ready"),
                null,
                PATIENCE);
    }

    private static Map<String, String> environment(KeycloakSettings settings, Map<String, String> mark) {
        Map<String, String> environment = new LinkedHashMap<>(mark);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        environment.put("KC_DB_URL", "jdbc:h2:file:" + settings.folder().resolve("keycloak") + ";NON_KEYWORDS=VALUE");
        environment.put("KC_CACHE", "local");
        environment.put("KC_HOSTNAME", settings.publicAddress());
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_SPI_THEME__FOLDER__DIR", settings.themes().toString());
        environment.put("KC_HTTP_HOST", settings.listenOn());
        environment.put("KC_HTTP_PORT", String.valueOf(settings.port()));
        environment.put("KC_HTTP_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("KC_HTTP_MANAGEMENT_PORT", String.valueOf(settings.managementPort()));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", settings.adminPassword());
        environment.put("KC_BOOTSTRAP_ADMIN_CLIENT_ID", KeycloakSettings.LAUNCHER);
        environment.put("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", settings.launcherSecret());
        return environment;
    }
}
