package org.lecturehalls.media;

import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.NotFoundException;
import reactor.core.publisher.Mono;

/** What other capabilities may do with media assets. */
public interface MediaLibrary {

    /** An asset; fails with {@link NotFoundException} when there is none of that id. */
    Mono<MediaAsset> get(String id);

    /** As {@link #get}, but somebody else's asset is not found either. */
    Mono<MediaAsset> ownedBy(CurrentUser user, String id);

    /** The plain text of a document; empty when it has none, or none yet. Fails when there is no asset of that id. */
    Mono<String> text(String id);

    /** Makes an asset playable or readable by anyone, or by no one without a reason any more. Can be repeated. */
    Mono<Void> setPublished(String assetId, boolean published);

    /** Addresses of what was made of an asset, good for as long as they say. The caller has checked who is asking. */
    Mono<MediaLinks> links(String assetId, LinkPurpose purpose);
}
