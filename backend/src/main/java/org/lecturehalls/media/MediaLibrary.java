package org.lecturehalls.media;

import java.util.Collection;
import java.util.List;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.NotFoundException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What other capabilities may do with media assets. */
public interface MediaLibrary {

    /** An asset; fails with {@link NotFoundException} when there is none of that id. */
    Mono<MediaAsset> get(String id);

    /** As {@link #get}, but somebody else's asset is not found either. */
    Mono<MediaAsset> ownedBy(CurrentUser user, String id);

    /** The plain text of a document; empty when it has none, or none yet. Fails when there is no asset of that id. */
    Mono<String> text(String id);

    /**
     * 64-bit difference hashes of a video's frames, one every two seconds, of the first hour at most; 0 for a frame
     * without contrast. Empty when there are none. By the number of differing bits one sees whether two frames are alike.
     */
    Mono<long[]> frameHashes(String id);

    /** Makes an asset playable or readable by anyone, or by no one without a reason any more. Can be repeated. */
    Mono<Void> setPublished(String assetId, boolean published);

    /**
     * Photos in the order asked for, each in its sizes once it is ready; those that are gone, refused or failed are left
     * out. The caller has checked who is asking.
     */
    Flux<Photo> photos(List<String> assetIds, LinkPurpose purpose);

    /**
     * Whether somebody may put photos somewhere: each exists, is ready or on its way, and is their own or of the region
     * that they answer for. Fails with {@link InvalidInputException} that names those that are not.
     *
     * @param known ids that stand there already, whosever they are
     */
    Mono<Void> checkPhotos(CurrentUser user, List<String> assetIds, Collection<String> known);

    /** Deletes an asset that was taken out of use, whosever it is; nothing when something else still uses it. */
    Mono<Void> discard(String assetId);

    /** Stops the making of plain files of a video that no lesson is to show any more; those that are there stay. */
    Mono<Void> stopOfflineFiles(String assetId);

    /** The plain files of a video, with their addresses. The caller has checked who is asking. */
    Mono<OfflineFiles> offlineFiles(String assetId, LinkPurpose purpose);

    /**
     * Has plain files made of a video that is ready, unless they are there or on their way; they are kept then. The caller has
     * checked who is asking.
     *
     * @param title what the files are to call themselves
     * @param album of what the title is a part; empty when of nothing
     */
    Mono<Void> orderOfflineFiles(String assetId, String title, String album);

    /** Addresses of what was made of an asset, good for as long as they say. The caller has checked who is asking. */
    Mono<MediaLinks> links(String assetId, LinkPurpose purpose);
}
