package org.lecturehalls.media;

import java.util.Comparator;
import java.util.List;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.media.contract.PartJob;
import org.lecturehalls.storage.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends parts to the workers, not all of a video at once: so many are out at a time that any number of workers is busy, and so
 * few that the videos of others take turns.
 */
@Component
class VideoPartDispatch {

    private static final Logger LOG = LoggerFactory.getLogger(VideoPartDispatch.class);
    private static final int OUT_AT_A_TIME = 24;

    private final VideoPartRecords parts;
    private final MediaBroker broker;
    private final ObjectStore store;

    VideoPartDispatch(VideoPartRecords parts, MediaBroker broker, ObjectStore store) {
        this.parts = parts;
        this.broker = broker;
        this.store = store;
    }

    /** Sends the next parts of a shared video, if any, in the order in which somebody would watch them. */
    Mono<Void> sendNext(Asset asset, List<VideoPart> all) {
        SharedVideo shared = asset.shared();
        if (shared == null) {
            return Mono.empty();
        }
        double frameRate = shared.plan().frameRate();
        long out = all.stream().filter(VideoPart::isOut).count();
        List<VideoPart> next = all.stream()
                .filter(VideoPart::isUnsent)
                .sorted(Comparator.comparingDouble(part -> part.seconds(frameRate)))
                .limit(Math.max(0, OUT_AT_A_TIME - out))
                .toList();
        return Flux.fromIterable(next).concatMap(part -> send(asset, part)).then();
    }

    /** Sends a queued part, unless somebody just did. Never fails because of the broker: the sweep sends it later. */
    Mono<Void> send(Asset asset, VideoPart part) {
        SharedVideo shared = asset.shared();
        if (shared == null || part.job().state() != JobState.QUEUED) {
            return Mono.empty();
        }
        return parts.sending(part).flatMap(sent -> put(asset, shared, sent));
    }

    private Mono<Void> put(Asset asset, SharedVideo shared, VideoPart part) {
        PartJob job = new PartJob(
                part.id(),
                part.kind(),
                part.number(),
                store.bucket(),
                asset.sourceKey(),
                asset.sourceBytes(),
                shared.plan().recipe(),
                part.firstFrame(),
                part.frames(),
                part.last(),
                part.excerpts());
        return broker.sendPart(MediaQueues.PART_JOBS, part.build(), part.urgency(), job)
                .doOnError(e -> LOG.warn("Part {} cannot be sent now: {}", part.id(), e.toString()))
                .onErrorComplete();
    }
}
