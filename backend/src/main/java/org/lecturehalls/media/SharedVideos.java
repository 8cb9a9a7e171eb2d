package org.lecturehalls.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.CancelJob;
import org.lecturehalls.media.contract.PartKind;
import org.lecturehalls.media.contract.VideoPlan;
import org.lecturehalls.media.contract.VideoPlanned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The way of a video that many workers share: from its plan over its parts to the last check. */
@Component
class SharedVideos {

    private static final Logger LOG = LoggerFactory.getLogger(SharedVideos.class);

    private final JobRecords jobs;
    private final SharedVideoRecords shared;
    private final VideoPartRecords parts;
    private final VideoPartDispatch dispatch;
    private final JobDispatch wholeJobs;
    private final JobEnd end;
    private final MediaBroker broker;
    private final MediaSettings settings;

    SharedVideos(
            JobRecords jobs,
            SharedVideoRecords shared,
            VideoPartRecords parts,
            VideoPartDispatch dispatch,
            JobDispatch wholeJobs,
            JobEnd end,
            MediaBroker broker,
            MediaSettings settings) {
        this.jobs = jobs;
        this.shared = shared;
        this.parts = parts;
        this.dispatch = dispatch;
        this.wholeJobs = wholeJobs;
        this.end = end;
        this.broker = broker;
        this.settings = settings;
    }

    /** Cuts a video as its worker proposes. The parts are written before the asset speaks of them. */
    Mono<Void> begin(Asset asset, VideoPlanned answer) {
        String problem = SharedResults.problemOf(answer, asset.job().prefix());
        if (problem != null) {
            return end.fail(asset, problem, null);
        }
        List<VideoPart> all = partsOf(asset, answer.plan());
        return parts.insert(all)
                .then(shared.share(asset, answer.plan()))
                .doOnNext(begun -> LOG.info("{} is shared in {} parts", begun.id(), all.size()))
                .flatMap(begun -> send(begun, begun.job().token()));
    }

    private static List<VideoPart> partsOf(Asset asset, VideoPlan plan) {
        List<VideoPart> all = new ArrayList<>();
        if (plan.sound()) {
            addAll(all, asset, PartKind.SOUND, plan.build(), soundPackets(plan));
        }
        addAll(all, asset, PartKind.CHUNK, plan.build(), plan.chunkFrames());
        all.add(VideoPart.of(asset, PartKind.PICTURES, 0, plan.build(), 0, 0, false));
        return all;
    }

    /** A single part of no given length is all of it. */
    private static List<Long> soundPackets(VideoPlan plan) {
        return plan.soundPackets().isEmpty() ? List.of(0L) : plan.soundPackets();
    }

    private static void addAll(List<VideoPart> all, Asset asset, PartKind kind, String build, List<Long> lengths) {
        long first = 0;
        for (int i = 0; i < lengths.size(); i++) {
            all.add(VideoPart.of(asset, kind, i, build, first, lengths.get(i), i == lengths.size() - 1));
            first += lengths.get(i);
        }
    }

    private Mono<Void> send(Asset asset, long plan) {
        return parts.of(asset.id(), plan).flatMap(all -> dispatch.sendNext(asset, all));
    }

    /** The asset of a part whose plan is still being carried out; empty when it is not. */
    Mono<Asset> assetOf(VideoPart part) {
        return jobs.find(part.assetId())
                .filter(asset -> asset.isShared() && asset.job().token() == part.plan());
    }

    /** Sums up how far a video is, and does what is due: sends more parts, or all that is left is the check. */
    Mono<Void> advance(Asset asset) {
        SharedVideo video = asset.shared();
        if (video == null) {
            return Mono.empty();
        }
        return parts.of(asset.id(), video.token())
                .flatMap(all -> shared.progress(asset, video, all).flatMap(now -> next(now, video, all)));
    }

    private Mono<Void> next(Asset asset, SharedVideo video, List<VideoPart> all) {
        boolean made = all.stream().allMatch(VideoPart::isDone);
        boolean checked = all.stream().anyMatch(part -> part.kind() == PartKind.CHECK);
        if (!made || checked) {
            return dispatch.sendNext(asset, all);
        }
        String problem = SharedResults.problemOf(video.plan(), all);
        if (problem != null) {
            return end.fail(asset, problem, null);
        }
        VideoPart check = VideoPart.check(asset, video.plan().build(), Excerpts.of(video.plan(), all));
        return parts.insert(List.of(check)).then(send(asset, video.token()));
    }

    boolean isTriedOften(VideoPart part) {
        return part.job().attempt() >= settings.maxAttempts();
    }

    Mono<Void> giveUp(Asset asset, VideoPart part) {
        String last = Objects.requireNonNullElse(part.job().detail(), "no worker could finish it");
        return end.bury(
                asset, "%s: gave up after %d attempts; %s".formatted(part.name(), settings.maxAttempts(), last), null);
    }

    /** Has a part tried again that failed or whose worker is gone, but not for ever. */
    Mono<Void> tryAgain(Asset asset, VideoPart part, @Nullable String detail, @Nullable String outputTail) {
        if (isTriedOften(part)) {
            String why = detail == null ? "its worker was silent" : detail;
            return end.bury(asset, part.name() + ": " + why, outputTail);
        }
        return parts.requeue(part, detail)
                .flatMap(queued -> broker.cancel(
                                new CancelJob(part.id(), part.job().token()))
                        .then(dispatch.send(asset, queued)));
    }

    /** Starts the whole job anew, because its plan cannot be carried out. */
    Mono<Void> startAnew(Asset asset, boolean whole) {
        Mono<Asset> prepared = whole ? shared.encodeWhole(asset) : Mono.just(asset);
        return prepared.flatMap(ready -> jobs.requeue(asset))
                .flatMap(queued -> broker.cancel(
                                new CancelJob(asset.id(), asset.job().token()))
                        .then(parts.deleteOf(asset.id()))
                        .then(wholeJobs.send(queued)));
    }
}
