package org.lecturehalls.media;

import java.time.Clock;
import java.time.Duration;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.storage.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ends uploads that nobody finishes, and leaves nothing of them in the store. */
@Service
class UploadEnd {

    private static final Logger LOG = LoggerFactory.getLogger(UploadEnd.class);
    private static final int AT_ONCE = 4;
    private static final Duration ENDED_KEPT = Duration.ofDays(30);

    private final UploadRecords records;
    private final AssetRecords assets;
    private final ObjectStore store;
    private final Clock clock;

    UploadEnd(UploadRecords records, AssetRecords assets, ObjectStore store, Clock clock) {
        this.records = records;
        this.assets = assets;
        this.store = store;
        this.clock = clock;
    }

    /** Drops one's own upload. Can be repeated. */
    Mono<Void> abort(CurrentUser user, String id) {
        return records.own(user, id).flatMap(this::abort);
    }

    private Mono<Void> abort(Upload upload) {
        return switch (upload.state()) {
            case ABORTED, EXPIRED -> Mono.empty();
            case COMPLETED, COMPLETING -> Mono.error(Uploads.ended(upload));
            case STARTING, OPEN -> end(upload, UploadState.ABORTED);
        };
    }

    private Mono<Void> end(Upload upload, UploadState as) {
        return records.end(upload, as).flatMap(this::clean);
    }

    private Mono<Void> clean(Upload ended) {
        String storeId = ended.storeId();
        Mono<Void> parts = storeId == null ? Mono.empty() : store.abortUpload(ended.key(), storeId);
        return parts.then(store.delete(ended.key())).then(records.cleaned(ended));
    }

    /** One upload that cannot be cleaned now is tried again next time and holds up no other. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT30S")
    Mono<Void> sweep() {
        return Mono.defer(this::sweepNow);
    }

    private Mono<Void> sweepNow() {
        Flux<Void> overdue = records.overdue().flatMap(upload -> quietly(expire(upload)), AT_ONCE);
        Flux<Void> dropped = records.dropped().flatMap(upload -> quietly(clean(upload)), AT_ONCE);
        return overdue.thenMany(dropped)
                .then(records.forgetEndedBefore(clock.instant().minus(ENDED_KEPT)));
    }

    /** A backend may have died while it completed an upload: then the asset tells whether it did. */
    private Mono<Void> expire(Upload upload) {
        if (upload.state() != UploadState.COMPLETING) {
            return end(upload, UploadState.EXPIRED);
        }
        return assets.exists(upload.id())
                .flatMap(made -> made ? records.completed(upload) : records.release(upload))
                .then();
    }

    private static Mono<Void> quietly(Mono<Void> work) {
        return work.doOnError(e -> LOG.warn("An upload cannot be cleaned now: {}", e.toString()))
                .onErrorComplete();
    }
}
