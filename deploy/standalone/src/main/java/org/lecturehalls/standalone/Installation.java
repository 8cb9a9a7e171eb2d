package org.lecturehalls.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lecturehalls.standalone.part.StartFailure;

/** What the build has made, and how Java is run. */
record Installation(Path home) {

    private static final int ASKS_FOR_NATIVE_ACCESS = 24;

    Path backendJar() {
        return built(home.resolve("backend/target/lecture-halls-backend.jar"));
    }

    Path workerJar() {
        return built(home.resolve("media-worker/target/lecture-halls-media-worker.jar"));
    }

    List<Path> realmFiles() {
        Path folder = home.resolve("deploy/keycloak");
        return List.of(folder.resolve("realm.json"), folder.resolve("demo.json"));
    }

    /** How the sign-in pages look. */
    Path themes() {
        return home.resolve("deploy/keycloak/themes");
    }

    /** The build unpacks one distribution; an older one may lie beside it. */
    Path keycloak() {
        try (Stream<Path> unpacked = Files.list(home.resolve("deploy/.run"))) {
            return unpacked.filter(folder -> folder.getFileName().toString().startsWith("keycloak-"))
                    .max(Path::compareTo)
                    .orElseThrow(
                            () -> new StartFailure("Keycloak is missing. Start with deploy/up.sh, which fetches it."));
        } catch (IOException e) {
            throw new StartFailure("Keycloak is missing. Start with deploy/up.sh, which fetches it.", e);
        }
    }

    /** Runs a jar with the Java that runs the launcher, in bounded memory. */
    List<String> java(Path jar, String largestHeap) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + largestHeap);
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Dfile.encoding=UTF-8");
        if (Runtime.version().feature() >= ASKS_FOR_NATIVE_ACCESS) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static Path built(Path jar) {
        if (!Files.exists(jar)) {
            throw new StartFailure(jar + " is missing. Start without --no-build.");
        }
        return jar;
    }
}
