package org.lecturehalls.media;

import java.util.List;
import org.lecturehalls.platform.LimitExceededException;
import org.lecturehalls.platform.Limits;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How much one person may keep. It is checked after the new upload was written down, so that of two requests at the
 * same time at most one can pass the bound; an upload that is too much is forgotten again.
 */
@Component
class Allowance {

    private final UploadRecords uploads;
    private final AssetRecords assets;
    private final Limits limits;

    Allowance(UploadRecords uploads, AssetRecords assets, Limits limits) {
        this.uploads = uploads;
        this.assets = assets;
        this.limits = limits;
    }

    /** Passes an upload that was just written down, or forgets it and fails with {@link LimitExceededException}. */
    Mono<Upload> pass(Upload upload) {
        return Mono.zip(uploads.unfinishedOf(upload.ownerId()).collectList(), assets.bytesOf(upload.ownerId()))
                .doOnNext(held -> check(held.getT1(), held.getT2()))
                .thenReturn(upload)
                .onErrorResume(
                        LimitExceededException.class,
                        e -> uploads.forget(upload.id()).then(Mono.error(e)));
    }

    private void check(List<Upload> unfinished, long stored) {
        if (unfinished.size() > limits.openUploads()) {
            throw new LimitExceededException("too-many-uploads", limits.openUploads());
        }
        long coming = unfinished.stream().mapToLong(Upload::size).sum();
        if (stored + coming > limits.perPerson().toBytes()) {
            throw new LimitExceededException(
                    "quota-exceeded", limits.perPerson().toGigabytes());
        }
    }
}
