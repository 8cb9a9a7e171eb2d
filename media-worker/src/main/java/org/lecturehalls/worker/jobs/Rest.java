package org.lecturehalls.worker.jobs;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pause for a worker whose disk is full, so that the job which just failed goes to another one. Otherwise this one, being
 * free, would take it again at once.
 */
final class Rest {

    private static final Logger LOG = LoggerFactory.getLogger(Rest.class);

    private final BooleanSupplier diskIsFull;
    private final long millis;
    private final CountDownLatch over = new CountDownLatch(1);

    Rest(BooleanSupplier diskIsFull, long millis) {
        this.diskIsFull = diskIsFull;
        this.millis = millis;
    }

    void takeIfDiskIsFull() {
        if (!diskIsFull.getAsBoolean()) {
            return;
        }
        LOG.warn("The disk is full; no new job for {} s", millis / 1000);
        try {
            over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends all rests, because the worker stops. */
    void end() {
        over.countDown();
    }
}
