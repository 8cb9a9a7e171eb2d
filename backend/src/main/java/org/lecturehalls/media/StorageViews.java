package org.lecturehalls.media;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;

/** What people see of storage. All in bytes. */
final class StorageViews {

    private StorageViews() {}

    /**
     * What the caller's files take up.
     *
     * @param coming of uploads that have not ended
     * @param quota most that may be counted
     */
    @Schema(name = "OwnStorage")
    record OwnUse(
            StorageSums use,
            long coming,
            @Schema(example = "107374182400") long quota) {}

    /** What the files of a region take up, and how many uploaders there are. */
    @Schema(name = "RegionStorage")
    record RegionUse(StorageSums use, long uploaders) {}

    /**
     * What one uploader's files take up.
     *
     * @param name null when the person is not known any more
     * @param quota most that may be counted
     */
    @Schema(name = "UploaderStorage")
    record UploaderLine(
            String id,
            String uploaderId,
            @Nullable String name,
            RegionCode region,
            @Nullable String hall,
            StorageSums use,
            long total,
            long quota) {}

    /** What the files of those who are at home in a hall take up. */
    @Schema(name = "HallStorage")
    record HallUse(String id, String name, StorageSums use, long total, long uploaders) {}

    /** How many accounts were put right. */
    @Schema(name = "StorageRebuilt")
    record Rebuilt(long mended) {}
}
