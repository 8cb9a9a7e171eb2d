package org.lecturehalls.media;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.GoneException;
import org.lecturehalls.platform.Idempotency;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.Limits;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.storage.ObjectStore;
import org.lecturehalls.storage.SignedUrl;
import org.lecturehalls.storage.StoredPart;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Files on their way into the store. Their bytes go from the browser to the store and never come by here. */
@Service
class Uploads {

    /** An upload that the store has not begun by then never will be. */
    private static final Duration START_LASTS = Duration.ofMinutes(10);

    private final UploadRecords records;
    private final Allowance allowance;
    private final Replacements replacements;
    private final ObjectStore store;
    private final Idempotency idempotency;
    private final Limits limits;
    private final MediaSettings settings;
    private final Clock clock;

    Uploads(
            UploadRecords records,
            Allowance allowance,
            Replacements replacements,
            ObjectStore store,
            Idempotency idempotency,
            Limits limits,
            MediaSettings settings,
            Clock clock) {
        this.records = records;
        this.allowance = allowance;
        this.replacements = replacements;
        this.store = store;
        this.idempotency = idempotency;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What somebody wants to upload, and the asset whose content it is to take the place of. Sound is somebody speaking
     * unless it was said otherwise.
     */
    record NewFile(
            String name,
            long size,
            @Nullable String contentType,
            MediaKind kind,
            @Nullable SoundChoice chosen,
            @Nullable String replaces) {

        @Nullable
        SoundChoice sound() {
            return kind != MediaKind.VIDEO ? null : chosen == null ? SoundChoice.SPEECH : chosen;
        }
    }

    Mono<UploadView> open(CurrentUser user, NewFile file, @Nullable String idempotencyKey) {
        return idempotency
                .once(user.id(), "uploads", idempotencyKey, () -> create(user, file))
                .flatMap(id -> get(user, id));
    }

    private Mono<String> create(CurrentUser user, NewFile file) {
        Upload upload = plan(user, file);
        return replacements
                .check(user, file.kind(), file.replaces())
                .then(records.insert(upload))
                .flatMap(allowance::pass)
                .flatMap(passed -> store.startUpload(passed.key(), passed.contentType()))
                .flatMap(storeId -> begin(upload, storeId))
                .map(Upload::id);
    }

    /** An upload that was ended while the store began it is not begun. */
    private Mono<Upload> begin(Upload upload, String storeId) {
        Instant expiresAt = clock.instant().plus(settings.uploadLifetime());
        return records.begin(upload, storeId, expiresAt)
                .switchIfEmpty(store.abortUpload(upload.key(), storeId)
                        .then(Mono.error(() -> new GoneException("upload-ended"))));
    }

    private Upload plan(CurrentUser user, NewFile file) {
        String type = FileNames.type(file.contentType());
        check(file, type);
        Instant now = clock.instant();
        return new Upload(
                Ids.next(),
                user.id(),
                user.region(),
                file.kind(),
                FileNames.shown(file.name()),
                type,
                file.size(),
                PartPlan.of(file.size(), settings.partSize().toBytes()).partSize(),
                UploadState.STARTING,
                null,
                now,
                now.plus(START_LASTS),
                null,
                file.sound(),
                false,
                file.replaces());
    }

    private void check(NewFile file, String type) {
        if (file.size() == 0) {
            throw new InvalidInputException("empty-file");
        }
        long max = switch (file.kind()) {
            case VIDEO -> limits.video().toBytes();
            case DOCUMENT -> limits.document().toBytes();
            case PHOTO -> limits.photo().toBytes();
        };
        if (file.size() > max) {
            throw new InvalidInputException("file-too-large", max >> 20);
        }
        AcceptedKinds.check(file.kind(), file.name(), type);
    }

    Mono<Page<UploadView>> openOnes(CurrentUser user, PageQuery page) {
        return records.open(user, page).map(found -> found.map(upload -> UploadView.of(upload, List.of())));
    }

    Mono<UploadView> get(CurrentUser user, String id) {
        return records.own(user, id).flatMap(upload -> arrived(upload).map(parts -> UploadView.of(upload, parts)));
    }

    private Mono<List<StoredPart>> arrived(Upload upload) {
        String storeId = upload.storeId();
        return storeId == null || upload.state() != UploadState.OPEN
                ? Mono.just(List.of())
                : store.parts(upload.key(), storeId);
    }

    /** Addresses for some parts of an open upload. */
    Mono<List<PartUrl>> partUrls(CurrentUser user, String id, List<Integer> numbers) {
        return records.own(user, id).map(upload -> partUrls(upload, numbers));
    }

    private List<PartUrl> partUrls(Upload upload, List<Integer> numbers) {
        String storeId = upload.storeId();
        if (storeId == null || upload.state() != UploadState.OPEN) {
            throw ended(upload);
        }
        int count = upload.parts().count();
        List<FieldProblem> wrong = IntStream.range(0, numbers.size())
                .filter(i -> numbers.get(i) < 1 || numbers.get(i) > count)
                .mapToObj(i -> FieldProblem.of("partNumbers[" + i + "]", "no-such-part", count))
                .toList();
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
        return numbers.stream()
                .map(n -> PartUrl.of(n, store.signPart(upload.key(), storeId, n, settings.partUrlLifetime())))
                .toList();
    }

    /** What to tell somebody who goes on with an upload that is not open. */
    static RuntimeException ended(Upload upload) {
        return switch (upload.state()) {
            case ABORTED, EXPIRED -> new GoneException("upload-ended");
            case COMPLETED -> new ConflictException("upload-completed");
            case STARTING, OPEN, COMPLETING -> ConflictException.passing("upload-completing", Duration.ofSeconds(2));
        };
    }

    /** Where one part can be put. */
    record PartUrl(int number, String url, Instant expiresAt) {

        static PartUrl of(int number, SignedUrl signed) {
            return new PartUrl(number, signed.url().toString(), signed.expiresAt());
        }
    }
}
