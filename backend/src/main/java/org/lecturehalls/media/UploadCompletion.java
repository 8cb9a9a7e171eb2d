package org.lecturehalls.media;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.storage.ObjectStore;
import org.lecturehalls.storage.StorageException;
import org.lecturehalls.storage.StoredPart;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Makes a media asset of an upload whose parts have all arrived. Each step can be done twice without harm, so that a
 * request that is repeated after a lost answer, or after a backend died, gets the same answer as the first.
 */
@Service
class UploadCompletion {

    /** After this long, a completion belongs to a backend that died. Longer than the store may take. */
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private static final int MOST_PROBLEMS = 100;

    private final UploadRecords records;
    private final AssetRecords assets;
    private final JobDispatch dispatch;
    private final ObjectStore store;
    private final StorageLedger ledger;

    UploadCompletion(
            UploadRecords records, AssetRecords assets, JobDispatch dispatch, ObjectStore store, StorageLedger ledger) {
        this.records = records;
        this.assets = assets;
        this.dispatch = dispatch;
        this.store = store;
        this.ledger = ledger;
    }

    /** A part as the browser knows it. */
    record PartTag(int number, String etag) {}

    /** Cached, because a caller that hangs up must not stop it half way. */
    Mono<UploadView> complete(CurrentUser user, String id, List<PartTag> named) {
        return records.own(user, id)
                .flatMap(upload -> complete(upload, named))
                .map(upload -> UploadView.of(upload, List.of()))
                .cache();
    }

    private Mono<Upload> complete(Upload upload, List<PartTag> named) {
        return switch (upload.state()) {
            case COMPLETED -> Mono.just(upload);
            case STARTING, ABORTED, EXPIRED -> Mono.error(Uploads.ended(upload));
            case OPEN, COMPLETING ->
                assembled(upload)
                        .switchIfEmpty(Mono.defer(() -> assemble(upload, named)))
                        .flatMap(this::finish);
        };
    }

    /** The upload, when the store has made one object of it before; else empty. */
    private Mono<Upload> assembled(Upload upload) {
        return store.stat(upload.key())
                .filter(object -> object.size() == upload.size())
                .flatMap(
                        object -> records.claimCompletion(upload, Duration.ZERO).defaultIfEmpty(upload));
    }

    private Mono<Upload> assemble(Upload upload, List<PartTag> named) {
        String storeId = Objects.requireNonNull(upload.storeId());
        return store.parts(upload.key(), storeId)
                .doOnNext(arrived -> check(upload.parts(), arrived, named))
                .flatMap(arrived -> claimed(upload).flatMap(claimed -> assemble(claimed, storeId, arrived)));
    }

    private Mono<Upload> claimed(Upload upload) {
        return records.claimCompletion(upload, PATIENCE)
                .switchIfEmpty(Mono.error(() -> ConflictException.passing("upload-completing", Duration.ofSeconds(2))));
    }

    private Mono<Upload> assemble(Upload claimed, String storeId, List<StoredPart> parts) {
        return store.completeUpload(claimed.key(), storeId, parts)
                .onErrorResume(
                        StorageException.class,
                        e -> whole(claimed).switchIfEmpty(Mono.error(e)).then())
                .thenReturn(claimed)
                .onErrorResume(e -> records.release(claimed).then(Mono.error(e)));
    }

    private Mono<Upload> whole(Upload upload) {
        return store.stat(upload.key())
                .filter(object -> object.size() == upload.size())
                .map(object -> upload);
    }

    /** The asset first, so that a backend that dies in between leaves an upload that can be completed again. */
    private Mono<Upload> finish(Upload upload) {
        return assets.create(upload)
                .flatMap(asset -> records.completed(upload)
                        .defaultIfEmpty(upload)
                        .flatMap(done -> dispatch.send(asset).thenReturn(done))
                        .delayUntil(done -> ledger.follow(asset)));
    }

    private static void check(PartPlan plan, List<StoredPart> arrived, List<PartTag> named) {
        Map<Integer, StoredPart> stored =
                arrived.stream().collect(Collectors.toMap(StoredPart::number, Function.identity()));
        Map<Integer, String> tags = named.stream()
                .collect(Collectors.toMap(PartTag::number, part -> part.etag().replace("\"", ""), (a, b) -> b));
        List<FieldProblem> wrong = IntStream.rangeClosed(1, Math.max(plan.count(), highest(stored)))
                .mapToObj(n -> problem(plan, n, stored.get(n), tags.get(n)))
                .filter(Objects::nonNull)
                .limit(MOST_PROBLEMS)
                .toList();
        if (!wrong.isEmpty()) {
            throw ConflictException.naming("upload-incomplete", wrong);
        }
    }

    private static int highest(Map<Integer, StoredPart> stored) {
        return stored.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private static @Nullable FieldProblem problem(
            PartPlan plan, int number, @Nullable StoredPart stored, @Nullable String tag) {
        String field = "parts[" + number + "]";
        if (number > plan.count()) {
            return stored == null ? null : FieldProblem.of(field, "too-many-parts");
        }
        if (stored == null) {
            return FieldProblem.of(field, "part-missing");
        }
        if (stored.size() != plan.sizeOf(number)) {
            return FieldProblem.of(field, "part-size", plan.sizeOf(number));
        }
        return stored.etag().equalsIgnoreCase(tag) ? null : FieldProblem.of(field, "part-etag");
    }
}
