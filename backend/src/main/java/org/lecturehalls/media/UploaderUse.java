package org.lecturehalls.media;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What the files of one uploader take up in one region, kept beside the assets so that nobody has to add them all up.
 *
 * @param hallId to whose account it goes; null when the uploader has no home hall
 * @param use in bytes
 * @param total of all kinds, for sorting
 */
@Document("storageUse")
@CompoundIndex(name = "byOwner", def = "{'ownerId': 1, 'region': 1}", unique = true)
@CompoundIndex(name = "byRegion", def = "{'region': 1, 'total': -1, '_id': 1}")
record UploaderUse(
        @Id String id,
        String ownerId,
        RegionCode region,
        @Nullable String hallId,
        @Nullable String hallName,
        StorageSums use,
        long total,
        @Version @Nullable Long version) {

    UploaderUse saying(@Nullable String hall, @Nullable String name, StorageSums sums) {
        return new UploaderUse(id, ownerId, region, hall, name, sums, sums.total(), version);
    }
}
