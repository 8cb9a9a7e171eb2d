package org.lecturehalls.standalone.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lecturehalls.standalone.part.StartFailure;

/**
 * Starts processes so that none of them outlives this one.
 *
 * <p>Each leads a session of its own, so that Ctrl-C in the terminal reaches only the launcher, which then stops them in order.
 * Each is told by the kernel when the thread that started it ends; that thread is therefore one that lives as long as the
 * launcher.
 */
public final class Spawner {

    private static final ExecutorService LONG_LIVED = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "spawner");
        thread.setDaemon(true);
        return thread;
    });

    private Spawner() {}

    /** Starts a process with no input and one output. */
    public static Process spawn(ProcessBuilder builder) throws InterruptedException {
        builder.command(watched(builder.command()));
        builder.redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        try {
            return LONG_LIVED.submit(builder::start).get();
        } catch (ExecutionException e) {
            throw new StartFailure("A process could not be started: " + e.getMessage(), e);
        }
    }

    private static List<String> watched(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (onPath("setsid")) {
            whole.add("setsid");
        }
        if (onPath("setpriv")) {
            whole.addAll(List.of("setpriv", "--pdeathsig", "TERM", "--"));
        }
        whole.addAll(command);
        return whole;
    }

    private static boolean onPath(String program) {
        for (String folder :
                System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    /** Ends what is left of the group that a process led, for example the ffmpeg of a killed worker. */
    public static void killGroup(long leader) {
        try {
            new ProcessBuilder("sh", "-c", "kill -s KILL -- -" + leader)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot run sh", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
