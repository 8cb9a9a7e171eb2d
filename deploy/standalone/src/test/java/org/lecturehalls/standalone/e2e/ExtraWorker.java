package org.lecturehalls.standalone.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A media worker more, in a process of its own as a second machine would have it, and bad things that happen to it. */
final class ExtraWorker implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(5);
    private static final Duration PART_PATIENCE = Duration.ofMinutes(5);
    private static final Pattern STARTED = Pattern.compile("Job (\\S+:chunk-[0-9]+), attempt ([0-9]+), starts");

    private final Process process;
    private final Path log;

    private ExtraWorker(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** One part at a time with one thread, so that a part takes long enough for something to happen to it. */
    static ExtraWorker start(RunningPlatform platform, Path folder, String id) throws IOException {
        Path log = folder.resolve(id + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        platform.home().resolve("deploy/worker.sh").toString(),
                        "--no-build",
                        "--data",
                        platform.data().toString(),
                        "--id",
                        id,
                        "--work-dir",
                        folder.resolve(id).toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("LECTUREHALLS_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LECTUREHALLS_WORKER_VIDEO_PARTS", "1");
        builder.environment().put("LECTUREHALLS_WORKER_VIDEO_THREADS", "1");
        ExtraWorker worker = new ExtraWorker(builder.start(), log);
        await().atMost(START_PATIENCE).until(() -> text(log).contains("Worker " + id + " is ready"));
        return worker;
    }

    /** One attempt at a part, as the log names it. */
    record Attempt(String part, int token) {

        String startOf() {
            return "Job " + part + ", attempt " + token + ", ";
        }

        /** As the last folder but one of its objects is called. */
        String folder() {
            return part.substring(part.lastIndexOf(':') + 1);
        }
    }

    /** Waits until it encodes a chunk of a video: it has begun one, not ended it, and an ffmpeg of its own runs. */
    Attempt awaitChunkOf(String assetId) {
        return await().atMost(PART_PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> busyWith(assetId), busy -> busy.size() == 1)
                .get(0);
    }

    private List<Attempt> busyWith(String assetId) {
        String said = text(log);
        Matcher matcher = STARTED.matcher(said);
        return matcher.results()
                .filter(found -> found.group(1).startsWith(assetId + ":"))
                .map(ExtraWorker::attempt)
                .filter(attempt -> !hasEnded(said, attempt) && isEncoding())
                .toList();
    }

    private static Attempt attempt(MatchResult found) {
        return new Attempt(found.group(1), Integer.parseInt(found.group(2)));
    }

    /** Whether the worker has said, or will never say again, what became of an attempt. */
    boolean hasEnded(Attempt attempt) {
        return hasEnded(text(log), attempt);
    }

    private static boolean hasEnded(String said, Attempt attempt) {
        return said.contains(attempt.startOf() + "ends") || said.contains(attempt.startOf() + "stopped");
    }

    private boolean isEncoding() {
        return process.descendants()
                .anyMatch(child -> child.info().commandLine().orElse("").contains("ffmpeg"));
    }

    /** As the kernel does when memory runs out, and a power cut. */
    void kill() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        process.onExit().join();
        family.forEach(ProcessHandle::destroyForcibly);
    }

    /** As a virtual machine does whose host pauses it: nothing of it runs, and nobody is told. */
    void freeze() throws IOException {
        signal("STOP");
    }

    void goOn() throws IOException {
        signal("CONT");
    }

    private void signal(String name) throws IOException {
        Process kill = new ProcessBuilder("sh", "-c", "kill -s " + name + " " + process.pid()).start();
        if (kill.onExit().orTimeout(10, TimeUnit.SECONDS).join().exitValue() != 0) {
            throw new IOException("The worker cannot be sent " + name);
        }
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            goOn();
            kill();
        }
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
