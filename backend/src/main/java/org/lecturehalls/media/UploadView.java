package org.lecturehalls.media;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.storage.StoredPart;

/**
 * An upload as its owner sees it.
 *
 * @param partSize size of every part but the last, in bytes
 * @param parts those that have arrived
 * @param expiresAt when it is dropped unless it is complete
 * @param assetId the media asset, once it is complete
 * @param replaces the asset whose content it is to take the place of
 */
record UploadView(
        String id,
        State state,
        String fileName,
        long size,
        MediaKind kind,
        long partSize,
        int partCount,
        List<Part> parts,
        Instant expiresAt,
        @Nullable String assetId,
        @Nullable String replaces) {

    /** What an owner needs to know of the state. */
    enum State {
        OPEN,
        COMPLETED,
        ABORTED,
        EXPIRED
    }

    /** A part that has arrived. */
    record Part(int number, long size, String etag) {}

    static UploadView of(Upload upload, List<StoredPart> arrived) {
        return new UploadView(
                upload.id(),
                state(upload.state()),
                upload.fileName(),
                upload.size(),
                upload.kind(),
                upload.partSize(),
                upload.parts().count(),
                arrived.stream()
                        .map(p -> new Part(p.number(), p.size(), p.etag()))
                        .toList(),
                upload.expiresAt(),
                upload.state() == UploadState.COMPLETED ? upload.id() : null,
                upload.replaces());
    }

    private static State state(UploadState state) {
        return switch (state) {
            case STARTING, OPEN, COMPLETING -> State.OPEN;
            case COMPLETED -> State.COMPLETED;
            case ABORTED -> State.ABORTED;
            case EXPIRED -> State.EXPIRED;
        };
    }
}
