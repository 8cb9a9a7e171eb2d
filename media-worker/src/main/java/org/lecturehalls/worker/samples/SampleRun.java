package org.lecturehalls.worker.samples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.worker.work.MediaWork;
import org.lecturehalls.worker.work.Workspaces;

/** Works on every file of a folder as a job would, and compares the outcomes with a table. */
public final class SampleRun {

    private static final int AT_ONCE = 2;
    private static final List<String> FOLDERS = List.of("video", "documents", "hostile");

    private final SampleJob job;
    private final Map<String, Expectation> expected;
    private final PrintStream out;
    private int passed;
    private int failed;

    private SampleRun(SampleJob job, Map<String, Expectation> expected, PrintStream out) {
        this.job = job;
        this.expected = expected;
        this.out = out;
    }

    /**
     * Runs and reports.
     *
     * @return whether everything was as expected
     */
    public static boolean run(SampleOptions options, MediaWork work, Workspaces workspaces, PrintStream out)
            throws IOException, InterruptedException {
        Map<String, Expectation> expected = options.expect() == null ? Map.of() : Expectation.read(options.expect());
        SampleRun run = new SampleRun(new SampleJob(options, work, workspaces), expected, out);
        try (ForbiddenAddress forbidden = ForbiddenAddress.listen(options.trapPort())) {
            run.all(files(options.folder()));
            run.report(forbidden);
        }
        out.println(run.passed + " passed, " + run.failed + " failed");
        return run.failed == 0;
    }

    /** The folders of media and documents when the folder holds such; else the files of the folder itself. */
    private static Map<String, Path> files(Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        for (String name : FOLDERS) {
            add(files, folder, folder.resolve(name));
        }
        if (files.isEmpty()) {
            add(files, folder, folder);
        }
        return files;
    }

    private static void add(Map<String, Path> files, Path root, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> below = Files.walk(folder)) {
            below.filter(Files::isRegularFile)
                    .forEach(file -> files.put(root.relativize(file).toString(), file));
        }
    }

    private void all(Map<String, Path> files) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Expectation>> jobs = new ArrayList<>();
            files.forEach((path, file) -> jobs.add(() -> job.run(path, file, expected.get(path))));
            List<Future<Expectation>> running = new ArrayList<>();
            jobs.forEach(each -> running.add(pool.submit(each)));
            for (Future<Expectation> each : running) {
                compare(each.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a sample could not be worked on", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private void compare(Expectation actual) {
        @Nullable Expectation wanted = expected.get(actual.path());
        boolean good = wanted == null ? !actual.outcome().equals("FAILED") : wanted.metBy(actual);
        String note = wanted == null ? "\t(not in the table)" : good ? "" : "\texpected " + wanted;
        out.println((good ? "ok\t" : "NOT OK\t") + actual + note);
        count(good);
    }

    private void report(ForbiddenAddress forbidden) {
        out.println((forbidden.hits() == 0 ? "ok\t" : "NOT OK\t") + forbidden);
        count(forbidden.hits() == 0);
    }

    private void count(boolean good) {
        passed += good ? 1 : 0;
        failed += good ? 0 : 1;
    }
}
