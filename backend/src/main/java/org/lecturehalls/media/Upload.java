package org.lecturehalls.media;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A file on its way into the store. Its media asset, once it is complete, has the same id.
 *
 * @param storeId id that the store gave the upload; null until it began
 * @param completingSince when the store was last asked to make one object of the parts
 * @param sound what is heard in a video or audio; null for other kinds, and in records from before there was a choice
 * @param cleaned whether the parts of an ended upload were removed
 * @param replaces the asset whose content it is to take the place of
 */
@Document("uploads")
@CompoundIndex(name = "byOwner", def = "{'ownerId': 1, 'state': 1, '_id': -1}")
@CompoundIndex(name = "forSweep", def = "{'state': 1, 'expiresAt': 1}")
record Upload(
        @Id String id,
        String ownerId,
        RegionCode region,
        MediaKind kind,
        String fileName,
        String contentType,
        long size,
        long partSize,
        UploadState state,
        @Nullable String storeId,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant completingSince,
        @Nullable SoundChoice sound,
        boolean cleaned,
        @Nullable String replaces) {

    /** Where the parts become one object, and where it stays as the asset's source. */
    String key() {
        return keyOf(id);
    }

    static String keyOf(String id) {
        return "uploads/" + id + "/source";
    }

    PartPlan parts() {
        return new PartPlan(size, partSize);
    }
}
