package org.lecturehalls.media;

import java.time.Clock;
import java.util.List;
import org.lecturehalls.media.contract.DocumentReady;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.media.contract.JobRefused;
import org.lecturehalls.media.contract.PhotoReady;
import org.lecturehalls.media.contract.VideoPlanned;
import org.lecturehalls.media.contract.VideoReady;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes in what workers say. Only the attempt that has the job's token is listened to; the results of any other are
 * removed. An answer that comes twice changes nothing the second time.
 */
@Component
class JobAnswers implements Outcomes {

    private static final Logger LOG = LoggerFactory.getLogger(JobAnswers.class);

    private final JobRecords jobs;
    private final JobEnd end;
    private final SharedVideos videos;
    private final TrackRecords tracks;
    private final TextIntake texts;
    private final GarbageCollector collector;
    private final StorageLedger ledger;
    private final JobCompletion completion;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JobAnswers(
            JobRecords jobs,
            JobEnd end,
            SharedVideos videos,
            TrackRecords tracks,
            TextIntake texts,
            GarbageCollector collector,
            StorageLedger ledger,
            JobCompletion completion,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jobs = jobs;
        this.end = end;
        this.videos = videos;
        this.tracks = tracks;
        this.texts = texts;
        this.collector = collector;
        this.ledger = ledger;
        this.completion = completion;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Mono<Void> progress(JobProgress news) {
        return jobs.progress(news).then();
    }

    @Override
    public Mono<Void> failed(JobFailed answer) {
        return running(answer.jobId(), answer.token())
                .flatMap(asset -> end.fail(asset, answer.detail(), shortTail(answer)));
    }

    static String shortTail(JobFailed answer) {
        String tail = answer.outputTail();
        return tail.substring(Math.max(0, tail.length() - JobFailed.MAX_TAIL));
    }

    /** From now on many workers have it. */
    Mono<Void> planned(VideoPlanned answer) {
        return running(answer.jobId(), answer.token()).flatMap(asset -> videos.begin(asset, answer));
    }

    @Override
    public Mono<Void> refused(JobRefused answer) {
        return running(answer.jobId(), answer.token())
                .flatMap(asset -> jobs.refuse(asset, answer))
                .doOnNext(asset -> events.publishEvent(new MediaRefused(asset.id(), asset.kind(), answer.code())))
                .flatMap(asset -> end.stopParts(asset, answer.token())
                        .then(collector.collect(asset))
                        .then(ledger.follow(asset)));
    }

    Mono<Void> ready(VideoReady answer) {
        return running(answer.jobId(), answer.token())
                .flatMap(asset -> finish(asset, answer))
                .switchIfEmpty(Mono.defer(() -> late(answer.jobId(), answer.token(), answer.outputPrefix())))
                .then();
    }

    private Mono<Boolean> finish(Asset asset, VideoReady answer) {
        String problem = Results.problemOf(answer, asset.job().prefix());
        if (problem != null) {
            return end.fail(asset, problem, null).thenReturn(true);
        }
        return tracks.save(Results.tracksOf(asset.id(), answer))
                .then(tracks.saveFrames(asset.id(), answer.frameHashes()))
                .then(texts.take(asset.id(), answer.texts(), asset.job().prefix(), answer.durationSeconds()))
                .then(completion.finish(asset, Results.productOf(answer), List.of()));
    }

    Mono<Void> ready(DocumentReady answer) {
        return running(answer.jobId(), answer.token())
                .flatMap(asset -> finish(asset, answer))
                .switchIfEmpty(Mono.defer(() -> late(answer.jobId(), answer.token(), answer.outputPrefix())))
                .then();
    }

    private Mono<Boolean> finish(Asset asset, DocumentReady answer) {
        String problem = Results.problemOf(answer, asset.job().prefix());
        return problem != null
                ? end.fail(asset, problem, null).thenReturn(true)
                : completion.finish(asset, Results.productOf(answer), List.of());
    }

    /** The original goes at once: unlike what was made of it, it may say where it was taken. */
    Mono<Void> ready(PhotoReady answer) {
        return running(answer.jobId(), answer.token())
                .flatMap(asset -> finish(asset, answer))
                .switchIfEmpty(Mono.defer(() -> late(answer.jobId(), answer.token(), answer.outputPrefix())))
                .then();
    }

    private Mono<Boolean> finish(Asset asset, PhotoReady answer) {
        String problem = Results.problemOf(answer, asset.job().prefix());
        if (problem != null) {
            return end.fail(asset, problem, null).thenReturn(true);
        }
        List<Garbage> original = List.of(new Garbage(asset.sources(), clock.instant()));
        return completion.finish(asset, Results.productOf(answer), original);
    }

    private Mono<Asset> running(String jobId, long token) {
        return jobs.find(jobId)
                .filter(asset ->
                        asset.job().state() == JobState.RUNNING && asset.job().token() == token);
    }

    /** Removes what a void attempt stored, unless it is the very result that the asset has. */
    private Mono<Boolean> late(String jobId, long token, String prefix) {
        LOG.info("A late answer for {} as {} changes nothing", jobId, token);
        if (!prefix.startsWith(Asset.outputsOf(jobId) + token + "-")) {
            return Mono.just(false);
        }
        return jobs.find(jobId)
                .filter(asset -> !prefix.equals(asset.job().prefix()))
                .flatMap(asset -> jobs.discard(jobId, prefix))
                .flatMap(collector::collect)
                .thenReturn(false);
    }
}
