package org.lecturehalls.exchange;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.Revised;
import org.lecturehalls.history.RevisedRecords;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.DomainException;
import org.lecturehalls.platform.FieldProblem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What one row means for the records there are.
 *
 * @param before the record as it stands; null when there is none yet
 * @param after the record as the row wants it; null when the row is refused
 * @param problems why it is refused
 */
public record Upsert<T extends Revised<T>>(
        @Nullable T before, @Nullable T after, List<FieldProblem> problems) {

    private static final int CHANGES_AT_A_TIME = 4;

    public static <T extends Revised<T>> Upsert<T> refuse(String column, String code, Object... args) {
        return new Upsert<>(null, null, List.of(FieldProblem.of(column, code, args)));
    }

    public static <T extends Revised<T>> Upsert<T> of(@Nullable T before, T after) {
        return new Upsert<>(before, after, List.of());
    }

    /** What it does, or would do. */
    RowOutcome outcome() {
        if (after == null) {
            return RowOutcome.refused(problems);
        }
        if (before == null) {
            return RowOutcome.CREATED;
        }
        boolean differs = after.hasSecretChange(before)
                || !Revision.differences(before.fields(), after.fields()).isEmpty();
        return differs ? RowOutcome.CHANGED : RowOutcome.SAME;
    }

    /**
     * Carries the rows out, new records in one write.
     *
     * @param dryRun only tell
     * @param saved is handed each record that was written
     * @return one outcome for each row, in order
     */
    public static <T extends Revised<T>> Mono<List<RowOutcome>> all(
            List<Upsert<T>> rows, RevisedRecords<T> records, CurrentUser user, boolean dryRun, Consumer<T> saved) {
        List<RowOutcome> planned = rows.stream().map(Upsert::outcome).toList();
        if (dryRun) {
            return Mono.just(planned);
        }
        List<T> created = rows.stream()
                .filter(row -> row.before() == null)
                .flatMap(row -> Stream.ofNullable(row.after()))
                .toList();
        Mono<Void> creations = created.isEmpty()
                ? Mono.empty()
                : records.createAll(created).doOnNext(saved).then();
        return creations
                .thenMany(Flux.fromIterable(rows)
                        .flatMapSequential(row -> row.change(records, user, saved), CHANGES_AT_A_TIME))
                .collectList();
    }

    private Mono<RowOutcome> change(RevisedRecords<T> records, CurrentUser user, Consumer<T> saved) {
        RowOutcome planned = outcome();
        if (before == null || after == null || planned != RowOutcome.CHANGED) {
            return Mono.just(planned);
        }
        return records.change(before, after, user)
                .doOnNext(saved)
                .thenReturn(planned)
                .onErrorResume(
                        DomainException.class,
                        lost -> Mono.just(
                                RowOutcome.refused("", lost.code(), lost.args().toArray())));
    }
}
