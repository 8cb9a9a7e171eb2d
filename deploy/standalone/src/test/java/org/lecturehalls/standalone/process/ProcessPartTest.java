package org.lecturehalls.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehalls.standalone.ChildJvm;
import org.lecturehalls.standalone.part.StartFailure;

class ProcessPartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final List<String> notices = new CopyOnWriteArrayList<>();

    @Test
    void isReadyWhenItSaysSoAndLeavesNothingWhenItStops() throws Exception {
        ProcessPart part = new ProcessPart(waiting(folder), notices::add);
        part.start();
        awaitReady(part);
        assertThat(Leftovers.find(folder)).hasSize(1);

        part.stop();

        assertThat(Leftovers.find(folder)).isEmpty();
        assertThat(notices).isEmpty();
    }

    @Test
    void endsTheChildrenOfAProcessThatDoesNotEndThem() throws Exception {
        ProcessSettings careless = new ProcessSettings(
                "Careless",
                "",
                List.of("sh", "-c", "sleep 600 & echo I am ready; wait"),
                Map.of(Leftovers.MARK, folder.toAbsolutePath().normalize().toString()),
                folder.resolve("careless.log"),
                null,
                Pattern.compile("I am ready"),
                PATIENCE);
        ProcessPart part = new ProcessPart(careless, notices::add);
        part.start();
        awaitReady(part);
        assertThat(Leftovers.find(folder)).hasSize(2);

        part.stop();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Leftovers.find(folder)).isEmpty());
    }

    @Test
    void startsAgainWhenItIsKilled() throws Exception {
        ProcessPart part = new ProcessPart(waiting(folder), notices::add);
        part.start();
        awaitReady(part);
        ProcessHandle first = Leftovers.find(folder).get(0);

        first.destroyForcibly();
        first.onExit().join();

        await().atMost(PATIENCE)
                .until(() ->
                        Files.readString(folder.resolve("part.log")).lines().count() == 2);
        assertThat(notices).singleElement().asString().contains("Waiting", "137", "started again");
        part.stop();
        assertThat(Leftovers.find(folder)).isEmpty();
    }

    @Test
    void saysWhereToLookWhenItEndsWhileItStarts() throws Exception {
        ProcessPart part = new ProcessPart(
                new ProcessSettings(
                        "Broken",
                        "",
                        List.of("sh", "-c", "echo no luck; exit 3"),
                        Map.of(),
                        folder.resolve("broken.log"),
                        null,
                        Pattern.compile("never"),
                        PATIENCE),
                notices::add);
        part.start();

        assertThatThrownBy(() -> awaitReady(part))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("broken.log");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(folder.resolve("broken.log")).hasContent("no luck"));
    }

    @Test
    void itsProcessesEndWithAKilledLauncher() throws Exception {
        try (ChildJvm launcher = ChildJvm.running(LauncherMain.class, folder.toString())) {
            assertThat(Leftovers.find(folder)).hasSize(1);

            launcher.kill();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(Leftovers.find(folder)).isEmpty());
        }
    }

    @Test
    void whatAnEarlierRunLeftBehindIsEnded() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sleep", "600");
        builder.environment().put(Leftovers.MARK, folder.toString());
        Process leftover = builder.start();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            assertThat(Leftovers.end(folder)).isEqualTo(1);

            assertThat(leftover.isAlive()).isFalse();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
            leftover.destroyForcibly();
        }
    }

    @Test
    void boundsALog() throws IOException {
        Path file = folder.resolve("bounded.log");
        try (BoundedLog log = new BoundedLog(file, 1_000)) {
            for (int i = 0; i < 1_000; i++) {
                log.line("line " + i);
            }
        }

        assertThat(Files.size(file)).isLessThan(1_100);
        assertThat(file).content().endsWith("line 999\n");
        assertThat(folder.resolve("bounded.log.1")).exists();
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    static ProcessSettings waiting(Path folder) {
        return new ProcessSettings(
                "Waiting",
                "",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WaitingMain.class.getName()),
                Map.of(Leftovers.MARK, folder.toAbsolutePath().normalize().toString()),
                folder.resolve("part.log"),
                null,
                Pattern.compile("I am ready"),
                PATIENCE);
    }

    private static void awaitReady(ProcessPart part) {
        await().atMost(PATIENCE).until(part::ready);
    }
}
