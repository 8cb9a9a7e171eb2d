package org.lecturehalls.media;

import org.lecturehalls.identity.CurrentUser;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class StoredMediaLibrary implements MediaLibrary {

    private final AssetRecords assets;
    private final PlaybackLinks links;

    StoredMediaLibrary(AssetRecords assets, PlaybackLinks links) {
        this.assets = assets;
        this.links = links;
    }

    @Override
    public Mono<MediaAsset> get(String id) {
        return assets.get(id).map(Asset::asPublicFace);
    }

    @Override
    public Mono<MediaAsset> ownedBy(CurrentUser user, String id) {
        return assets.own(user, id).map(Asset::asPublicFace);
    }

    @Override
    public Mono<Void> setPublished(String assetId, boolean published) {
        return assets.setPublished(assetId, published).then();
    }

    @Override
    public Mono<MediaLinks> links(String assetId, LinkPurpose purpose) {
        return links.forPurpose(assetId, purpose);
    }
}
