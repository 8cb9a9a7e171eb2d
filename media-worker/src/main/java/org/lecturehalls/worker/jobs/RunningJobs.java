package org.lecturehalls.worker.jobs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lecturehalls.media.contract.CancelJob;
import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.worker.work.StopReason;

/** The attempts this worker is busy with; keeps their heartbeat going even when ffmpeg is silent. */
final class RunningJobs implements AutoCloseable {

    private final Set<RunningJob> jobs = new HashSet<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    RunningJobs() {
        heart.scheduleAtFixedRate(
                () -> all().forEach(RunningJob::beat),
                JobProgress.HEARTBEAT_SECONDS,
                JobProgress.HEARTBEAT_SECONDS,
                TimeUnit.SECONDS);
    }

    synchronized void add(RunningJob job) {
        jobs.add(job);
    }

    synchronized void remove(RunningJob job) {
        jobs.remove(job);
        notifyAll();
    }

    /** A job that is cancelled needs no answer: its token is void. */
    void cancel(CancelJob cancel) {
        all().stream()
                .filter(job -> job.isVoidedBy(cancel.jobId(), cancel.token()))
                .forEach(job -> job.stop().stop(StopReason.CANCELLED));
    }

    void handBackAll() {
        all().forEach(job -> job.stop().stop(StopReason.HANDED_BACK));
    }

    /** Waits until nothing runs, or the time is up. */
    synchronized boolean awaitIdle(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long left = millis;
        while (!jobs.isEmpty() && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        }
        return jobs.isEmpty();
    }

    private synchronized List<RunningJob> all() {
        return new ArrayList<>(jobs);
    }

    @Override
    public void close() {
        heart.shutdownNow();
    }
}
