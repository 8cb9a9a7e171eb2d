package org.lecturehalls.standalone.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lecturehalls.standalone.FreePort;

/** The whole platform, started by its launcher as a person would, on free ports and with a data folder of its own. */
final class RunningPlatform implements AutoCloseable {

    private static final int START_PATIENCE_MINUTES = 8;
    /** Enough of the sample city for every list and figure to have something, and little enough to load in a moment. */
    private static final String ONE_OF = "20";

    /** How long a silent worker keeps a part: three signs of life long, so that tests need not wait for long. */
    private static final String PART_LEASE = "16s";

    private static final String LAST_LINE = "Ctrl-C stops everything.";

    private final Path home = Path.of("../..").toAbsolutePath().normalize();
    private final Path data;
    private final int port;
    private final int storagePort;
    private final int keycloakPort;
    private final int mongoPort;
    private final int brokerPort;
    private Process launcher;
    private int starts;

    private RunningPlatform(Path data) throws IOException {
        this.data = data;
        this.port = FreePort.get();
        this.storagePort = FreePort.get();
        this.keycloakPort = FreePort.get();
        this.mongoPort = FreePort.get();
        this.brokerPort = FreePort.get();
    }

    static RunningPlatform start() {
        try {
            RunningPlatform platform = new RunningPlatform(Files.createTempDirectory("lecture-halls-e2e"));
            platform.launch();
            return platform;
        } catch (Exception e) {
            throw new IllegalStateException("The platform did not start", e);
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    String issuer() {
        return "http://localhost:" + keycloakPort + "/realms/lecture-halls";
    }

    String storageUrl() {
        return "http://localhost:" + storagePort;
    }

    String secret(String name) throws IOException {
        Properties secrets = new Properties();
        try (InputStream file = Files.newInputStream(data.resolve("secrets.properties"))) {
            secrets.load(file);
        }
        return secrets.getProperty(name);
    }

    /** How often it has been started; a killed one may have forgotten who had signed in. */
    int starts() {
        return starts;
    }

    Path data() {
        return data;
    }

    Path home() {
        return home;
    }

    /** Pulls the plug, and starts again on what is left. */
    void killAndStartAgain() throws Exception {
        launcher.destroyForcibly();
        launcher.onExit().join();
        launch();
    }

    @Override
    public void close() throws IOException {
        launcher.toHandle().destroy();
        launcher.onExit().orTimeout(3, TimeUnit.MINUTES).join();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        }
    }

    private void launch() throws Exception {
        Path jar = home.resolve("deploy/standalone/target/lecture-halls-standalone.jar");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                "-jar",
                jar.toString(),
                "--home",
                home.toString(),
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port),
                "--s3-port",
                Integer.toString(storagePort),
                "--keycloak-port",
                Integer.toString(keycloakPort),
                "--mongo-port",
                Integer.toString(mongoPort),
                "--broker-port",
                Integer.toString(brokerPort),
                "--sample-city");
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("LECTUREHALLS_"));
        builder.environment().put("LECTUREHALLS_SAMPLECITY_ONEOF", ONE_OF);
        builder.environment().put("LECTUREHALLS_MEDIA_PARTLEASE", PART_LEASE);
        launcher = builder.redirectErrorStream(true).start();
        starts++;
        CompletableFuture<String> started = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(launcher, started), "launcher-output");
        reader.setDaemon(true);
        reader.start();
        started.get(START_PATIENCE_MINUTES, TimeUnit.MINUTES);
    }

    private static void read(Process launcher, CompletableFuture<String> started) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = launcher.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null) {
                said.append(line).append('\n');
                if (line.equals(LAST_LINE)) {
                    started.complete(said.toString());
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            said.append(e);
        }
        started.completeExceptionally(new IllegalStateException("The launcher ended:\n" + said));
    }
}
