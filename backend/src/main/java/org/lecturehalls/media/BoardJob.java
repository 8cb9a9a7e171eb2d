package org.lecturehalls.media;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job of any kind as it is listed.
 *
 * @param id of the job, by which the latest is first
 * @param asset what it is for
 * @param orderedAt since when it is wanted
 */
record BoardJob(String id, JobWork work, Job job, Asset asset, Instant orderedAt) {

    static BoardJob of(Asset asset) {
        return new BoardJob(asset.id(), JobWork.ASSET, asset.job(), asset, asset.createdAt());
    }

    static BoardJob of(Pack pack, String orderId, Asset asset) {
        Instant orderedAt = pack.orderedAt();
        return new BoardJob(
                orderId, JobWork.PACK, pack.job(), asset, orderedAt == null ? asset.createdAt() : orderedAt);
    }

    /** While many workers have parts of it; null otherwise. */
    @Nullable
    SharedVideo shared() {
        return work == JobWork.ASSET ? asset.shared() : null;
    }

    boolean isShared() {
        return work == JobWork.ASSET && asset.isShared();
    }
}
