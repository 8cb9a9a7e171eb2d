package org.lecturehalls.media;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.lecturehalls.media.contract.MediaQueues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds parts whose message or worker has vanished, and videos that stand still. Several backends may sweep at a time. */
@Component
class VideoPartSweep {

    private static final Logger LOG = LoggerFactory.getLogger(VideoPartSweep.class);
    private static final int PARTS_A_ROUND = 500;
    private static final int VIDEOS_A_ROUND = 200;

    /** No worker with the right ffmpeg for so long, and the video is planned anew for those there are. */
    private static final Duration BUILD_GONE = Duration.ofMinutes(10);

    private final VideoPartRecords parts;
    private final SharedVideoRecords shared;
    private final SharedVideos videos;
    private final VideoPartDispatch dispatch;
    private final MediaBroker broker;
    private final MediaSettings settings;
    private final Clock clock;

    VideoPartSweep(
            VideoPartRecords parts,
            SharedVideoRecords shared,
            SharedVideos videos,
            VideoPartDispatch dispatch,
            MediaBroker broker,
            MediaSettings settings,
            Clock clock) {
        this.parts = parts;
        this.shared = shared;
        this.videos = videos;
        this.dispatch = dispatch;
        this.broker = broker;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    Mono<Void> sweep() {
        return Mono.defer(this::sweepNow);
    }

    private Mono<Void> sweepNow() {
        return tryAgainSilent().then(resendLost()).then(goOn());
    }

    private Mono<Void> tryAgainSilent() {
        return parts.silent(PARTS_A_ROUND)
                .doOnNext(
                        part -> LOG.info("Worker {} is silent on {}", part.job().workerId(), part.id()))
                .concatMap(part -> videos.assetOf(part).flatMap(asset -> videos.tryAgain(asset, part, null, null)))
                .then();
    }

    /** Looks into the queue only when some part waits so long that its message may be lost. */
    private Mono<Void> resendLost() {
        Instant time = clock.instant().minus(settings.resendAfter());
        return parts.waitingSince(time, PARTS_A_ROUND)
                .collectList()
                .filter(waiting -> !waiting.isEmpty())
                .flatMap(waiting -> broker.waitingIn(MediaQueues.PART_JOBS)
                        .flatMap(there -> Flux.fromIterable(waiting)
                                .concatMap(part -> resend(part, there))
                                .then()));
    }

    private Mono<Void> resend(VideoPart part, Set<String> there) {
        return videos.assetOf(part).flatMap(asset -> resend(asset, part, there));
    }

    private Mono<Void> resend(Asset asset, VideoPart part, Set<String> there) {
        if (!there.contains(part.id())) {
            return dispatch.send(asset, part);
        }
        Instant sent = part.job().sentAt();
        Instant since = clock.instant().minus(BUILD_GONE);
        return sent == null || sent.isAfter(since) ? Mono.empty() : planAnewWithoutWorkers(asset, part, since);
    }

    private Mono<Void> planAnewWithoutWorkers(Asset asset, VideoPart part, Instant since) {
        return parts.isBuildAlive(part.build(), since)
                .filter(alive -> !alive)
                .doOnNext(gone -> LOG.warn("No worker has {} any more: {} starts anew", part.build(), asset.id()))
                .flatMap(gone -> videos.startAnew(asset, false));
    }

    /** A backend may have stopped between one part and the next. */
    private Mono<Void> goOn() {
        return shared.open(VIDEOS_A_ROUND).concatMap(videos::advance).then();
    }
}
