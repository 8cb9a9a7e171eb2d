package org.lecturehalls.worker.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.lecturehalls.worker.sandbox.SandboxResult.End;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkStoppedException;

/**
 * The only way in which ffmpeg, ffprobe, LibreOffice and the PDF tool are run: without network where the machine allows it,
 * with an environment of its own, and with limits on time, memory, output and file size. The whole process tree is killed at
 * the time limit and when the work is told to stop.
 */
public final class Sandbox implements AutoCloseable {

    private final Isolation isolation;
    private final ExecutorService readers = Executors.newCachedThreadPool(daemon("sandbox-output"));
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(daemon("sandbox-clock"));

    public Sandbox() {
        this(IsolationProbe.strongest());
    }

    Sandbox(Isolation isolation) {
        this.isolation = isolation;
    }

    public Isolation isolation() {
        return isolation;
    }

    /**
     * Runs a program to its end.
     *
     * @param lines gets each line of standard output while the program runs
     * @throws WorkStoppedException when the signal came before or while it ran; the program is gone then
     */
    public SandboxResult run(SandboxCommand command, StopSignal stop, Consumer<String> lines)
            throws IOException, WorkStoppedException {
        stop.check();
        // The death signal follows the thread that starts a program, so this thread stays with it to the end.
        Process process = builder(command).start();
        Ending end = new Ending();
        Future<?> timeLimit = killAfter(command.limits(), process, end);
        OutputTail errors = new OutputTail();
        StopSignal.Registration onStop = stop.onStop(() -> ProcessTree.kill(process));
        try {
            process.getOutputStream().close();
            Future<?> reading = readers.submit(() -> drain(errors, process));
            pump(command, process, lines, end);
            int exit = waitFor(process);
            waitFor(reading);
            stop.check();
            return new SandboxResult(exit, end.get(), errors.text());
        } finally {
            onStop.close();
            timeLimit.cancel(false);
            ProcessTree.kill(process);
        }
    }

    /** Runs a program and returns all it printed on standard output. */
    public CapturedResult capture(SandboxCommand command, StopSignal stop) throws IOException, WorkStoppedException {
        StringBuilder text = new StringBuilder();
        SandboxResult result = run(command, stop, line -> text.append(line).append('\n'));
        return new CapturedResult(result, text.toString());
    }

    /** A result with the text of standard output. */
    public record CapturedResult(SandboxResult result, String text) {}

    @Override
    public void close() {
        readers.shutdownNow();
        clock.shutdownNow();
    }

    private ProcessBuilder builder(SandboxCommand command) {
        List<String> line = new ArrayList<>(isolation.prefix());
        line.addAll(SandboxArguments.limits(command.limits()));
        line.addAll(command.arguments());
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(command.folder().toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(SandboxArguments.environment(command.home()));
        return builder;
    }

    private Future<?> killAfter(SandboxLimits limits, Process process, Ending end) {
        Runnable kill = () -> {
            end.by(End.TIMED_OUT);
            ProcessTree.kill(process);
        };
        return clock.schedule(kill, limits.wallClock().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void pump(SandboxCommand command, Process process, Consumer<String> lines, Ending end)
            throws IOException {
        LineSplitter splitter =
                new LineSplitter(lines, command.limits().output().toBytes());
        try {
            if (!splitter.pump(process.getInputStream())) {
                end.by(End.TOO_MUCH_OUTPUT);
                ProcessTree.kill(process);
            }
        } catch (IOException e) {
            // A killed program's stream may break instead of ending.
            if (process.isAlive()) {
                throw e;
            }
        }
    }

    private static void drain(OutputTail tail, Process process) {
        try {
            tail.drain(process.getErrorStream());
        } catch (IOException e) {
            // The same: what was read before the kill is kept.
            process.destroyForcibly();
        }
    }

    private static int waitFor(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void waitFor(Future<?> reading) throws IOException {
        try {
            reading.get(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            // Only the tail of the error output is at stake.
            reading.cancel(true);
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException("interrupted while a program ran", e);
    }

    private static java.util.concurrent.ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Remembers who ended the program first. */
    private static final class Ending {

        private End end = End.ITSELF;

        synchronized void by(End who) {
            end = end == End.ITSELF ? who : end;
        }

        synchronized End get() {
            return end;
        }
    }
}
