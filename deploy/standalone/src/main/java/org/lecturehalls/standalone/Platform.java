package org.lecturehalls.standalone;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lecturehalls.standalone.part.Part;
import org.lecturehalls.standalone.part.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the parts one after the other and stops them the other way round. */
final class Platform {

    private static final Logger log = LoggerFactory.getLogger(Platform.class);
    private static final long ASK_EVERY_MILLIS = 100;

    private final List<Part> parts;
    private final Progress progress;
    private final Deque<Part> started = new ArrayDeque<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    Platform(List<Part> parts, Progress progress) {
        this.parts = parts;
        this.progress = progress;
    }

    /** Returns once every part answers. Stops what has started when one of them does not. */
    void start() throws InterruptedException {
        try {
            for (Part part : parts) {
                start(part);
            }
        } catch (RuntimeException | InterruptedException e) {
            stop();
            throw e;
        }
    }

    /** Stops the parts. Returns when none runs any more. */
    void stop() {
        stopping.countDown();
        while (!started.isEmpty()) {
            stop(started.pop());
        }
    }

    void requestStop() {
        stopping.countDown();
    }

    void awaitStopRequest() throws InterruptedException {
        stopping.await();
    }

    private void start(Part part) throws InterruptedException {
        long begin = System.nanoTime();
        progress.starting(part.name());
        failWhenStopping();
        started.push(part);
        try {
            part.start();
            awaitReady(part);
            part.settle();
        } catch (IOException | StartFailure e) {
            failWhenStopping();
            throw asFailure(part, e);
        }
        progress.ready(Duration.ofNanos(System.nanoTime() - begin));
    }

    /** What fails while everything is being stopped is no news. */
    private void failWhenStopping() throws InterruptedException {
        if (stopping.getCount() == 0) {
            throw new InterruptedException("The platform is being stopped");
        }
    }

    private static StartFailure asFailure(Part part, Exception e) {
        return e instanceof StartFailure failure
                ? failure
                : new StartFailure(part.name() + " did not start: " + e.getMessage() + ". Its log: " + part.log(), e);
    }

    private void awaitReady(Part part) throws InterruptedException {
        long deadline = System.nanoTime() + part.patience().toNanos();
        while (!part.ready()) {
            if (stopping.await(ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                failWhenStopping();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new StartFailure(part.name() + " did not answer within "
                        + part.patience().toSeconds() + " s. Its log: " + part.log());
            }
        }
    }

    private void stop(Part part) {
        try {
            part.stop();
        } catch (RuntimeException e) {
            log.warn("{} did not stop as it should", part.name(), e);
        }
    }
}
