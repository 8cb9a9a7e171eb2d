package org.lecturehalls.media;

import java.time.Clock;
import org.lecturehalls.media.contract.CancelJob;
import org.lecturehalls.media.contract.MediaQueues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds orders of plain files whose message or worker has vanished. Several backends may sweep at a time. */
@Component
class PackSweep {

    private static final Logger LOG = LoggerFactory.getLogger(PackSweep.class);
    private static final int A_ROUND = 200;

    private final PackRecords packs;
    private final Packs orders;
    private final PackAnswers answers;
    private final MediaBroker broker;
    private final MediaSettings settings;
    private final Clock clock;

    PackSweep(
            PackRecords packs,
            Packs orders,
            PackAnswers answers,
            MediaBroker broker,
            MediaSettings settings,
            Clock clock) {
        this.packs = packs;
        this.orders = orders;
        this.answers = answers;
        this.broker = broker;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
    Mono<Void> sweep() {
        return Mono.defer(() -> tryAgainSilent().then(resendLost()));
    }

    private Mono<Void> tryAgainSilent() {
        return packs.silent(A_ROUND)
                .doOnNext(
                        pack -> LOG.info("Worker {} is silent on {}", pack.job().workerId(), pack.jobId()))
                .concatMap(pack -> broker.cancel(
                                new CancelJob(pack.jobId(), pack.job().token()))
                        .then(answers.tryAgain(pack, "its worker was silent", null)))
                .then();
    }

    /** Looks into the queue only when some order waits so long that its message may be lost. */
    private Mono<Void> resendLost() {
        return packs.waitingSince(clock.instant().minus(settings.resendAfter()), A_ROUND)
                .collectList()
                .filter(waiting -> !waiting.isEmpty())
                .flatMap(waiting -> broker.waitingIn(MediaQueues.PACK_JOBS)
                        .flatMap(there -> Flux.fromIterable(waiting)
                                .filter(pack -> !there.contains(pack.jobId()))
                                .concatMap(orders::send)
                                .then()));
    }
}
