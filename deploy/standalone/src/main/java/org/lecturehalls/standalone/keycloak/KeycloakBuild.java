package org.lecturehalls.standalone.keycloak;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lecturehalls.standalone.part.StartFailure;
import org.lecturehalls.standalone.process.Spawner;

/**
 * Keycloak's own preparation for its options. It takes about 20 s, so it is done once for an unpacked distribution, and saves
 * that time at every start.
 */
final class KeycloakBuild {

    private static final List<String> OPTIONS = List.of("--db=dev-file", "--health-enabled=true");
    private static final int PATIENCE_MINUTES = 5;

    private final Path home;
    private final Path log;

    KeycloakBuild(Path home, Path log) {
        this.home = home;
        this.log = log;
    }

    void once() throws IOException, InterruptedException {
        if (!Files.isExecutable(home.resolve("bin/kc.sh"))) {
            throw new StartFailure("Keycloak is not in " + home + ". Start with deploy/up.sh, which fetches it.");
        }
        // Two platforms may share the distribution; only one of them builds.
        try (FileChannel lockFile = FileChannel.open(
                        home.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lockFile.lock()) {
            Path done = home.resolve("built-with");
            String wanted = String.join(" ", OPTIONS);
            if (!lock.isValid() || (Files.exists(done) && Files.readString(done).equals(wanted))) {
                return;
            }
            run();
            Files.writeString(done, wanted);
        }
    }

    private void run() throws IOException, InterruptedException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/kc.sh").toString(), "build");
        builder.command().addAll(OPTIONS);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process build = Spawner.spawn(builder);
        try {
            if (!build.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || build.exitValue() != 0) {
                throw new StartFailure("Keycloak could not be prepared. Its log: " + log);
            }
        } finally {
            Spawner.killGroup(build.pid());
        }
    }
}
