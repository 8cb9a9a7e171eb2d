package org.lecturehalls.worker.video;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.worker.work.WorkException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Steps of one job that do not need each other, as many at a time as there are processors, in the order in which they were
 * started. Closing waits until the last program is gone, so that the workspace can go.
 */
final class SideBySide implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SideBySide.class);

    private final ExecutorService lanes =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), SideBySide::thread);

    /** A step's outcome, or how it failed. */
    @FunctionalInterface
    interface Outcome<T> {
        T get() throws IOException, WorkException;
    }

    <T> Outcome<T> start(Callable<T> step) {
        Future<T> running = lanes.submit(step);
        return () -> outcome(running);
    }

    private static <T> T outcome(Future<T> running) throws IOException, WorkException {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while steps ran", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    /** The step's own failure: nothing but the thread has changed. */
    private static RuntimeException failure(@Nullable Throwable cause) throws IOException, WorkException {
        if (cause instanceof WorkException known) {
            throw known;
        }
        if (cause instanceof IOException known) {
            throw known;
        }
        throw new IllegalStateException("a step failed", cause);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "video-step");
        thread.setDaemon(true);
        return thread;
    }

    /** What has not begun never will; what runs ends at its own limits, or with the job's stop signal. */
    @Override
    public void close() throws IOException {
        lanes.shutdownNow();
        try {
            while (!lanes.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.warn("A step still runs after its job has ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while steps ended", e);
        }
    }
}
