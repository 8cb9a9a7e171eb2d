package org.lecturehalls.media;

import org.lecturehalls.regions.RegionCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answered by each capability that refers to assets, so that none is deleted while it is needed. */
public interface AssetUse {

    Mono<Boolean> uses(String assetId);

    /** Whether its content must stay as it is, for example because it was entered in a contest. */
    default Mono<Boolean> fixes(String assetId) {
        return Mono.just(false);
    }

    /**
     * The divisions whose officers have published its content, so that one of them is asked before other content is shown
     * in its place; nothing when nobody is to be asked.
     */
    default Flux<RegionCode> reviewers(String assetId) {
        return Flux.empty();
    }
}
