package org.lecturehalls.media;

import org.lecturehalls.media.contract.MediaJob;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.storage.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends queued jobs to the workers. */
@Component
class JobDispatch {

    private static final Logger LOG = LoggerFactory.getLogger(JobDispatch.class);

    private final JobRecords jobs;
    private final MediaBroker broker;
    private final ObjectStore store;

    JobDispatch(JobRecords jobs, MediaBroker broker, ObjectStore store) {
        this.jobs = jobs;
        this.broker = broker;
        this.store = store;
    }

    static String queueOf(MediaKind kind) {
        return switch (kind) {
            case VIDEO -> MediaQueues.VIDEO_JOBS;
            case DOCUMENT -> MediaQueues.DOCUMENT_JOBS;
            case PHOTO -> MediaQueues.PHOTO_JOBS;
        };
    }

    /** Sends a queued job, unless somebody just did. Never fails because of the broker: the sweep sends it later. */
    Mono<Void> send(Asset asset) {
        if (asset.job().state() != JobState.QUEUED) {
            return Mono.empty();
        }
        return jobs.sending(asset).flatMap(this::put);
    }

    private Mono<Void> put(Asset asset) {
        MediaJob job = new MediaJob(
                asset.id(),
                asset.id(),
                asset.kind(),
                store.bucket(),
                asset.sourceKey(),
                asset.sourceBytes(),
                asset.fileName(),
                asset.contentType(),
                asset.sound(),
                asset.soundTrack(),
                asset.fullHd(),
                asset.whole());
        return broker.send(queueOf(asset.kind()), asset.id(), job)
                .doOnError(e -> LOG.warn("Job {} cannot be sent now: {}", asset.id(), e.toString()))
                .onErrorComplete();
    }
}
