package org.lecturehalls.exchange;

import java.time.Clock;
import java.time.Duration;
import org.lecturehalls.storage.ObjectStore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Removes imports that nobody will come back to, with their files and problems, so that they do not pile up. */
@Component
class ImportCleanup {

    /** Long enough to look up next month what was wrong. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int AT_ONCE = 500;

    private final ImportRuns runs;
    private final ObjectStore store;
    private final Clock clock;

    ImportCleanup(ImportRuns runs, ObjectStore store, Clock clock) {
        this.runs = runs;
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 300_000, fixedDelay = 3_600_000)
    Mono<Void> removeOld() {
        return Mono.defer(this::removeOldNow);
    }

    private Mono<Void> removeOldNow() {
        return runs.idleSince(clock.instant().minus(KEPT), AT_ONCE)
                .concatMap(this::remove)
                .then();
    }

    /** The record last: what was cut off half-way is found again. */
    private Mono<Void> remove(ImportRun run) {
        return store.delete(run.sourceKey()).then(runs.remove(run));
    }
}
