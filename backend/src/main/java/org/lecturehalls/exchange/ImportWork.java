package org.lecturehalls.exchange;

import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lecturehalls.exchange.files.TableRows;
import org.lecturehalls.exchange.files.UnreadableTableException;
import org.lecturehalls.platform.BackgroundLoop;
import org.lecturehalls.storage.ObjectStore;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Works on imports, one after the other. Rows are written only after all were found right once more, and a repeat of what
 * was written changes nothing, so that an import cut off half-way is carried to its end by another try.
 */
@Component
class ImportWork implements BackgroundLoop {

    private static final int MAX_ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ImportRuns runs;
    private final ObjectStore store;
    private final Validator validator;
    private final Map<String, ExchangedList<?>> lists;

    ImportWork(ImportRuns runs, ObjectStore store, Validator validator, List<ExchangedList<?>> lists) {
        this.runs = runs;
        this.store = store;
        this.validator = validator;
        this.lists = lists.stream().collect(Collectors.toMap(ExchangedList::name, Function.identity()));
    }

    @Override
    public String name() {
        return "imports";
    }

    @Override
    public Mono<Void> round() {
        return runs.claim()
                .flatMap(run -> carryOut(run).thenReturn(run))
                .switchIfEmpty(Mono.delay(PAUSE).then(Mono.empty()))
                .then();
    }

    private Mono<ImportRun> carryOut(ImportRun run) {
        if (run.attempt() > MAX_ATTEMPTS) {
            return runs.end(run, ImportState.FAILED, "gave-up");
        }
        ExchangedList<?> list = Objects.requireNonNull(lists.get(run.list()));
        return Mono.usingWhen(file(run), file -> carryOut(run, list, file), ImportWork::delete)
                .onErrorResume(UnreadableTableException.class, e -> runs.end(run, ImportState.REFUSED, e.code()));
    }

    private Mono<Path> file(ImportRun run) {
        return store.get(run.sourceKey(), ImportController.MAX_BYTES)
                .switchIfEmpty(Mono.error(() -> new UnreadableTableException("unreadable")))
                .publishOn(Schedulers.boundedElastic())
                .map(ImportWork::write);
    }

    private static Path write(byte[] content) {
        try {
            return Files.write(Files.createTempFile("import", ".table"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mono<Void> delete(Path file) {
        return Mono.<Void>fromCallable(() -> {
                    Files.deleteIfExists(file);
                    return null;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<ImportRun> carryOut(ImportRun run, ExchangedList<?> list, Path file) {
        Mono<ImportRun> checked = count(file).flatMap(total -> pass(run, list, file, total, true));
        return checked.flatMap(found -> {
            if (found.problems() > 0) {
                return runs.end(run, ImportState.REFUSED, null);
            }
            return run.state() == ImportState.CHECKING
                    ? runs.end(run, ImportState.CHECKED, null)
                    : write(run, list, file, found.total());
        });
    }

    private Mono<ImportRun> write(ImportRun run, ExchangedList<?> list, Path file, long total) {
        return pass(run, list, file, total, false)
                .map(written -> written.problems() > 0 ? ImportState.INCOMPLETE : ImportState.APPLIED)
                .flatMap(state -> runs.end(run, state, null));
    }

    /** How many rows there are below the header. */
    private static Mono<Long> count(Path file) {
        return Mono.fromCallable(() -> {
                    long rows = -1;
                    try (TableRows table = TableRows.open(file)) {
                        for (; table.hasNext(); table.next()) {
                            rows++;
                        }
                    }
                    return Math.max(0, rows);
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private <I> Mono<ImportRun> pass(ImportRun run, ExchangedList<I> list, Path file, long total, boolean dryRun) {
        Flux<List<ParsedRow<I>>> batches = Flux.using(
                        () -> new RowReader<>(list, validator, file),
                        reader -> Flux.fromIterable(() -> reader),
                        RowReader::close)
                .subscribeOn(Schedulers.boundedElastic());
        return runs.begin(run, total)
                .flatMap(begun -> batches.concatMap(batch -> save(run, list, batch, dryRun), 1)
                        .concatMap(result -> runs.add(run, result), 1)
                        .last(begun));
    }

    private static <I> Mono<BatchResult> save(
            ImportRun run, ExchangedList<I> list, List<ParsedRow<I>> batch, boolean dryRun) {
        List<I> right =
                batch.stream().flatMap(row -> Stream.ofNullable(row.input())).toList();
        return list.save(right, run.owner(), dryRun).map(outcomes -> BatchResult.of(run.id(), batch, outcomes));
    }
}
