package org.lecturehalls.platform;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Starts the background loops with the backend and stops them with it. The only place where anything subscribes. */
@Component
public class BackgroundLoops implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoops.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final List<BackgroundLoop> loops;
    private Disposable running = Disposables.disposed();

    BackgroundLoops(List<BackgroundLoop> loops) {
        this.loops = loops;
    }

    @Override
    public synchronized void start() {
        Disposable.Composite started = Disposables.composite();
        loops.forEach(loop -> started.add(run(loop).subscribe()));
        running = started;
    }

    private static Mono<Void> run(BackgroundLoop loop) {
        Retry afterPause = Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                .maxBackoff(LONGEST_PAUSE)
                .transientErrors(true)
                .doBeforeRetry(signal -> complain(loop, signal));
        return Mono.defer(loop::round).repeat().retryWhen(afterPause).then();
    }

    private static void complain(BackgroundLoop loop, Retry.RetrySignal signal) {
        LOG.warn(
                "{} failed {} times in a row: {}",
                loop.name(),
                signal.totalRetriesInARow() + 1,
                signal.failure().toString());
    }

    @Override
    public synchronized void stop() {
        running.dispose();
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isDisposed();
    }
}
