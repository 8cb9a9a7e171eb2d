package org.lecturehalls.media;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.lecturehalls.media.contract.CancelJob;
import org.lecturehalls.media.contract.MediaKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds work whose message or worker has vanished, and sends it again. Several backends may sweep at a time. */
@Component
class JobSweep {

    private static final Logger LOG = LoggerFactory.getLogger(JobSweep.class);
    private static final int JOBS_A_ROUND = 200;

    private final JobRecords jobs;
    private final JobDispatch dispatch;
    private final JobEnd end;
    private final MediaBroker broker;
    private final MediaSettings settings;
    private final Clock clock;

    JobSweep(
            JobRecords jobs,
            JobDispatch dispatch,
            JobEnd end,
            MediaBroker broker,
            MediaSettings settings,
            Clock clock) {
        this.jobs = jobs;
        this.dispatch = dispatch;
        this.end = end;
        this.broker = broker;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT15S")
    Mono<Void> sweep() {
        return Mono.defer(this::sweepNow);
    }

    private Mono<Void> sweepNow() {
        return requeueSilent()
                .then(resendLost(MediaKind.VIDEO))
                .then(resendLost(MediaKind.DOCUMENT))
                .then(resendLost(MediaKind.PHOTO));
    }

    private Mono<Void> requeueSilent() {
        return jobs.silent(JOBS_A_ROUND).concatMap(this::requeue).then();
    }

    private Mono<Void> requeue(Asset silent) {
        if (silent.job().attempt() >= settings.maxAttempts()) {
            return end.giveUp(silent);
        }
        return jobs.requeue(silent)
                .doOnNext(asset ->
                        LOG.info("Worker {} is silent on {}", silent.job().workerId(), asset.id()))
                .flatMap(asset -> broker.cancel(
                                new CancelJob(asset.id(), silent.job().token()))
                        .then(dispatch.send(asset)));
    }

    /** Looks into the queue only when some job waits so long that its message may be lost. */
    private Mono<Void> resendLost(MediaKind kind) {
        Instant time = clock.instant().minus(settings.resendAfter());
        return jobs.waitingSince(time, kind, JOBS_A_ROUND)
                .collectList()
                .filter(waiting -> !waiting.isEmpty())
                .flatMap(waiting -> broker.waitingIn(JobDispatch.queueOf(kind))
                        .flatMap(there -> Flux.fromIterable(waiting)
                                .filter(asset -> isLost(asset, there))
                                .concatMap(dispatch::send)
                                .then()));
    }

    private static boolean isLost(Asset asset, Set<String> there) {
        return !there.contains(asset.id());
    }
}
