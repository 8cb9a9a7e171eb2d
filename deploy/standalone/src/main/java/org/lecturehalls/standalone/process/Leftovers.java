package org.lecturehalls.standalone.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Finds and ends processes of an earlier run on the same data folder, after the launcher was killed.
 *
 * <p>They are known by a variable that every process of the platform is started with, so no other process can be mistaken for
 * one, whatever numbers the system has given out since.
 */
public final class Leftovers {

    /** Names the data folder in the environment of each process that belongs to it. */
    public static final String MARK = "LECTUREHALLS_STANDALONE_DATA";

    private static final int SECONDS_TO_END = 15;

    private Leftovers() {}

    /** Ends them and returns how many there were. */
    public static int end(Path dataFolder) throws InterruptedException {
        List<ProcessHandle> found = find(dataFolder);
        found.forEach(ProcessHandle::destroy);
        if (!haveEnded(found)) {
            found.forEach(ProcessHandle::destroyForcibly);
            haveEnded(found);
        }
        return found.size();
    }

    private static boolean haveEnded(List<ProcessHandle> processes) throws InterruptedException {
        CompletableFuture<?>[] exits =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(exits).get(SECONDS_TO_END, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    static List<ProcessHandle> find(Path dataFolder) {
        String mark = MARK + "=" + dataFolder.toAbsolutePath().normalize();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> hasInEnvironment(process, mark))
                    .map(process -> ProcessHandle.of(
                            Long.parseLong(process.getFileName().toString())))
                    .flatMap(Optional::stream)
                    .filter(process -> process.pid() != ProcessHandle.current().pid())
                    .toList();
        } catch (IOException e) {
            // Without /proc there is no way to look; a taken port will say so.
            return List.of();
        }
    }

    private static boolean hasInEnvironment(Path process, String mark) {
        try {
            String environment = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
            String wanted = new String(mark.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            return List.of(environment.split("\0")).contains(wanted);
        } catch (IOException e) {
            // Another user's process, or one that has just ended.
            return false;
        }
    }
}
