package org.lecturehalls.worker.jobs;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Stops the worker gently: running jobs may end within the grace, and are then handed back to the broker. Stops together with
 * the listeners, which take no new job meanwhile.
 */
final class Drain implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
    private static final long STOPPING_MILLIS = 5_000;

    private final RunningJobs running;
    private final Rest rest;
    private final Duration grace;
    private volatile boolean started;

    Drain(RunningJobs running, Rest rest, Duration grace) {
        this.running = running;
        this.rest = rest;
        this.grace = grace;
    }

    @Override
    public void start() {
        started = true;
    }

    @Override
    public void stop() {
        started = false;
        rest.end();
        try {
            if (!running.awaitIdle(grace.toMillis())) {
                LOG.info("Running jobs are handed back");
                running.handBackAll();
                running.awaitIdle(STOPPING_MILLIS);
            }
        } catch (InterruptedException e) {
            running.handBackAll();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop(Runnable callback) {
        Thread thread = new Thread(
                () -> {
                    stop();
                    callback.run();
                },
                "drain");
        thread.start();
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
