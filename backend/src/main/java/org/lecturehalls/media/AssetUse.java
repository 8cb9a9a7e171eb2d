package org.lecturehalls.media;

import reactor.core.publisher.Mono;

/** Answered by each capability that refers to assets, so that none is deleted while it is needed. */
@FunctionalInterface
public interface AssetUse {

    Mono<Boolean> uses(String assetId);
}
