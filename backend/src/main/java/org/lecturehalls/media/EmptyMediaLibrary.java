package org.lecturehalls.media;

import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A library that nothing was uploaded to. */
@Component
class EmptyMediaLibrary implements MediaLibrary {

    @Override
    public Mono<MediaAsset> get(String id) {
        return Mono.error(new NotFoundException());
    }

    @Override
    public Mono<MediaAsset> ownedBy(CurrentUser user, String id) {
        return get(id);
    }

    @Override
    public Mono<Void> setPublished(String assetId, boolean published) {
        return Mono.error(new NotFoundException());
    }

    @Override
    public Mono<MediaLinks> links(String assetId, LinkPurpose purpose) {
        return Mono.error(new NotFoundException());
    }
}
