package org.lecturehalls.media;

import java.nio.charset.StandardCharsets;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.storage.ObjectStore;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class StoredMediaLibrary implements MediaLibrary {

    private static final int MOST_TEXT_BYTES = 16 << 20;

    private final AssetRecords assets;
    private final PlaybackLinks links;
    private final ObjectStore store;

    StoredMediaLibrary(AssetRecords assets, PlaybackLinks links, ObjectStore store) {
        this.assets = assets;
        this.links = links;
        this.store = store;
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
    public Mono<String> text(String id) {
        return assets.get(id)
                .mapNotNull(Asset::product)
                .mapNotNull(Product::textKey)
                .flatMap(key -> store.get(key, MOST_TEXT_BYTES))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
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
