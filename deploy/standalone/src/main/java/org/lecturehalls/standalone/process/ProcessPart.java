package org.lecturehalls.standalone.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.standalone.part.Part;
import org.lecturehalls.standalone.part.StartFailure;

/**
 * A part that is a process. Once it has been ready it is started again whenever it ends by itself, each time after a longer
 * pause while it keeps ending early.
 */
public final class ProcessPart implements Part {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
    private static final int LONGEST_PAUSE_SECONDS = 30;

    private final ProcessSettings settings;
    private final Notices notices;
    private @Nullable Process process;
    private volatile boolean readyLineSeen;
    private boolean wasReady;
    private boolean stopping;
    private int pauseSeconds = 1;
    private long startedAt;

    public ProcessPart(ProcessSettings settings, Notices notices) {
        this.settings = settings;
        this.notices = notices;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public String address() {
        return settings.address();
    }

    @Override
    public String log() {
        return settings.log().toString();
    }

    @Override
    public Duration patience() {
        return settings.patience();
    }

    @Override
    public synchronized void start() throws IOException, InterruptedException {
        if (stopping) {
            return;
        }
        readyLineSeen = false;
        startedAt = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(settings.command());
        builder.environment().putAll(settings.environment());
        Process started = Spawner.spawn(builder);
        process = started;
        BoundedLog log = new BoundedLog(settings.log());
        Thread pump = new Thread(() -> copyOutput(started, log), settings.name() + "-log");
        pump.setDaemon(true);
        pump.start();
        started.onExit().thenAccept(this::ended);
    }

    @Override
    public boolean ready() throws InterruptedException {
        Process running;
        synchronized (this) {
            running = process;
        }
        if (running == null || !running.isAlive()) {
            String exit = running == null ? "" : " (exit code " + running.exitValue() + ")";
            throw new StartFailure(name() + " ended while it started" + exit + ". Its log: " + log());
        }
        boolean ready = settings.readyUrl() != null ? HttpProbe.answers(settings.readyUrl()) : readyLineSeen;
        synchronized (this) {
            wasReady |= ready;
        }
        return ready;
    }

    @Override
    public void stop() {
        Process running;
        synchronized (this) {
            stopping = true;
            running = process;
            process = null;
        }
        if (running != null) {
            end(running);
        }
    }

    private static void end(Process running) {
        // Not Process.destroy(), which would cut off what it still has to say.
        running.toHandle().destroy();
        try {
            if (!running.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Spawner.killGroup(running.pid());
    }

    private synchronized void ended(Process dead) {
        if (stopping || !wasReady || process != dead) {
            return;
        }
        Spawner.killGroup(dead.pid());
        boolean ranLong = System.nanoTime() - startedAt > LONG_ENOUGH.toNanos();
        pauseSeconds = ranLong ? 1 : Math.min(LONGEST_PAUSE_SECONDS, pauseSeconds * 2);
        notices.say(
                name() + " ended (exit code " + dead.exitValue() + "); it is started again in " + pauseSeconds + " s");
        CompletableFuture.delayedExecutor(pauseSeconds, TimeUnit.SECONDS).execute(this::startAgain);
    }

    private void startAgain() {
        try {
            start();
        } catch (IOException | StartFailure e) {
            notices.say(name() + " could not be started again: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void copyOutput(Process source, BoundedLog log) {
        try (log;
                BufferedReader lines = source.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null) {
                readyLineSeen |= settings.readyLine() != null
                        && settings.readyLine().matcher(line).find();
                log.line(line);
                line = lines.readLine();
            }
        } catch (IOException e) {
            // Reading fails when the process is ended, and that is no news.
            if (source.isAlive()) {
                notices.say("The log of " + name() + " is cut short: " + e.getMessage());
            }
        }
    }
}
