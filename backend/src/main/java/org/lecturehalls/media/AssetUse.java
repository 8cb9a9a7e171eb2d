package org.lecturehalls.media;

import reactor.core.publisher.Mono;

/** Answered by each capability that refers to assets, so that none is deleted while it is needed. */
public interface AssetUse {

    Mono<Boolean> uses(String assetId);

    /** Whether its content must stay as it is, for example because it was entered in a contest. */
    default Mono<Boolean> fixes(String assetId) {
        return Mono.just(false);
    }
}
