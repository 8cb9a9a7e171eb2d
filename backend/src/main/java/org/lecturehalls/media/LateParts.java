package org.lecturehalls.media;

import org.lecturehalls.storage.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Removes what an attempt at a part has stored that was given to another worker meanwhile: at once when it answers, so that it
 * does not lie about until the video's garbage is looked at for the last time.
 */
@Component
class LateParts {

    private static final Logger LOG = LoggerFactory.getLogger(LateParts.class);

    private final VideoPartRecords parts;
    private final JobRecords jobs;
    private final ObjectStore store;

    LateParts(VideoPartRecords parts, JobRecords jobs, ObjectStore store) {
        this.parts = parts;
        this.jobs = jobs;
        this.store = store;
    }

    /**
     * Does nothing unless the prefix is written down as useless; an answer that only comes twice keeps its objects.
     *
     * @param prefix where the attempt says that it has stored
     */
    Mono<Void> remove(String partId, long token, String prefix) {
        return isUseless(partId, prefix)
                .filter(useless -> useless)
                .doOnNext(useless -> LOG.info("A late answer for {} as {} changes nothing", partId, token))
                .flatMap(useless -> store.deleteAll(prefix))
                .then();
    }

    /** While the video is being made its part knows; when it is ready, has failed or begins anew, the asset does. */
    private Mono<Boolean> isUseless(String partId, String prefix) {
        return parts.find(partId)
                .map(part -> part.voided().contains(prefix))
                .switchIfEmpty(Mono.defer(() -> isGarbage(VideoPart.assetOf(partId), prefix)));
    }

    private Mono<Boolean> isGarbage(String assetId, String prefix) {
        return jobs.find(assetId)
                .map(asset -> asset.garbage().stream().anyMatch(garbage -> prefix.startsWith(garbage.prefix())));
    }
}
