package org.lecturehalls.learning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lecturehalls.learning.ProgressStore.Outrun;
import org.lecturehalls.platform.BackgroundLoop;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Gathers the reports that all players send every few seconds and writes them together: one read and one bulk write for up to
 * {@value #BATCH} of them. Whoever reports hears back when it is written.
 */
@Component
class ProgressWrites implements BackgroundLoop {

    static final int BATCH = 200;

    private static final int WAITING = 4096;
    private static final Duration GATHER = Duration.ofMillis(25);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Sinks.Many<Waiting> arrivals = Sinks.many().multicast().onBackpressureBuffer(WAITING, false);
    private final ProgressStore store;
    private final Clock clock;

    ProgressWrites(ProgressStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Waiting(Report report, Sinks.One<Progress> written) {}

    @Override
    public String name() {
        return "progress writes";
    }

    @Override
    public Mono<Void> round() {
        return arrivals.asFlux()
                .bufferTimeout(BATCH, GATHER, true)
                .concatMap(this::answer)
                .then();
    }

    /** The progress with the report in it, once it is stored. */
    Mono<Progress> save(Report report) {
        return Mono.defer(() -> {
            var waiting = new Waiting(report, Sinks.one());
            return offer(waiting) ? waiting.written().asMono().timeout(TIMEOUT) : saveAlone(report);
        });
    }

    /** One at a time, as the sink demands; false when too many wait. */
    private synchronized boolean offer(Waiting waiting) {
        return arrivals.tryEmitNext(waiting).isSuccess();
    }

    private Mono<Progress> saveAlone(Report report) {
        return write(List.of(report)).mapNotNull(written -> written.get(report.id()));
    }

    private Mono<Void> answer(List<Waiting> batch) {
        return write(batch.stream().map(Waiting::report).toList())
                .doOnNext(written -> batch.forEach(each ->
                        each.written().tryEmitValue(written.get(each.report().id()))))
                .doOnError(error -> batch.forEach(each -> each.written().tryEmitError(error)))
                .onErrorComplete()
                .then();
    }

    /** Reports can be merged again and again, so after a lost race the whole batch is simply done anew. */
    private Mono<Map<String, Progress>> write(List<Report> reports) {
        return Mono.defer(() -> writeOnce(reports)).retryWhen(Retry.max(10).filter(Outrun.class::isInstance));
    }

    private Mono<Map<String, Progress>> writeOnce(List<Report> reports) {
        List<String> ids = reports.stream().map(Report::id).distinct().toList();
        return store.find(ids)
                .collectMap(Progress::id)
                .map(stored -> merged(stored, reports))
                .flatMap(merged -> store.writeAll(merged.values()).thenReturn(merged));
    }

    private Map<String, Progress> merged(Map<String, Progress> stored, List<Report> reports) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<String, Progress> merged = new LinkedHashMap<>();
        for (Report report : reports) {
            merged.compute(report.id(), (id, earlier) -> {
                Progress before = earlier == null ? stored.get(id) : earlier;
                return (before == null ? Progress.begun(report, now) : before).with(report, now);
            });
        }
        return merged;
    }
}
