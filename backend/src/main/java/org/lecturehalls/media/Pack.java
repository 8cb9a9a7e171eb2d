package org.lecturehalls.media;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The making of plain files of a content, with a job of its own. What came of it the assets that show the content know.
 *
 * @param id the asset whose content it is, so that there is one for each
 * @param assetId the asset that shows the content
 * @param content token of the attempt that made the content
 * @param orderId how officers know the order; later ones sort behind earlier ones. Null in records from before they were listed
 * @param orderedAt when it was last ordered
 * @param region of the asset
 */
@Document("offlinePacks")
@CompoundIndex(name = "byRegion", def = "{'region': 1, 'orderId': -1}")
record Pack(
        @Id String id,
        String assetId,
        long content,
        String title,
        String album,
        Job job,
        @Indexed(unique = true, sparse = true) @Nullable String orderId,
        @Nullable Instant orderedAt,
        @Nullable RegionCode region) {

    private static final String ENDING = "/pack";

    static Pack of(Asset asset, String title, String album, Instant now) {
        return new Pack(
                asset.contentId(),
                asset.id(),
                asset.contentToken(),
                title,
                album,
                Job.queued(),
                Ids.next(),
                now,
                asset.region());
    }

    /** How workers know its job. */
    String jobId() {
        return id + ENDING;
    }

    static boolean isJob(String jobId) {
        return jobId.endsWith(ENDING);
    }

    static String idOf(String jobId) {
        return jobId.substring(0, jobId.length() - ENDING.length());
    }

    /** Under which all attempts store; it goes with everything else that was made of the asset. */
    String outputs() {
        return Asset.outputsOf(id) + "pack/";
    }

    boolean isOf(Asset asset) {
        return id.equals(asset.contentId()) && content == asset.contentToken();
    }

    boolean isCalled(String otherTitle, String otherAlbum) {
        return title.equals(otherTitle) && album.equals(otherAlbum);
    }
}
