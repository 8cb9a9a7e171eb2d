package org.lecturehalls.media;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.CannotCut;
import org.lecturehalls.media.contract.CheckReady;
import org.lecturehalls.media.contract.ChunkReady;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.media.contract.JobRefused;
import org.lecturehalls.media.contract.PicturesReady;
import org.lecturehalls.media.contract.SoundPiece;
import org.lecturehalls.media.contract.SoundReady;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes in what workers say about parts. Only the attempt that has the part's token is listened to, and only while the plan of
 * the part is being carried out; what any other has stored is removed. An answer that comes twice changes nothing.
 */
@Component
class VideoPartAnswers implements Outcomes {

    private static final Logger LOG = LoggerFactory.getLogger(VideoPartAnswers.class);

    private final VideoPartRecords parts;
    private final SharedVideos videos;
    private final VideoCompletion completion;
    private final JobAnswers wholeJobs;
    private final LateParts late;

    VideoPartAnswers(
            VideoPartRecords parts,
            SharedVideos videos,
            VideoCompletion completion,
            JobAnswers wholeJobs,
            LateParts late) {
        this.parts = parts;
        this.videos = videos;
        this.completion = completion;
        this.wholeJobs = wholeJobs;
        this.late = late;
    }

    /** A part that is being made, with its asset. */
    private record Current(Asset asset, VideoPart part, SharedVideo video) {}

    @Override
    public Mono<Void> progress(JobProgress news) {
        return parts.progress(news).flatMap(this::advance);
    }

    Mono<Void> piece(SoundPiece piece) {
        return parts.piece(piece).flatMap(this::advance);
    }

    Mono<Void> ready(ChunkReady answer) {
        return current(answer.jobId(), answer.token(), answer.outputPrefix())
                .flatMap(now -> take(
                        now,
                        SharedResults.problemOf(answer, now.part(), now.video().plan()),
                        "chunk",
                        answer));
    }

    Mono<Void> ready(SoundReady answer) {
        return current(answer.jobId(), answer.token(), answer.outputPrefix())
                .flatMap(now -> take(now, SharedResults.problemOf(answer, now.part()), "sound", answer));
    }

    Mono<Void> ready(PicturesReady answer) {
        return current(answer.jobId(), answer.token(), answer.outputPrefix())
                .flatMap(now -> take(now, SharedResults.problemOf(answer, now.part()), "pictures", answer));
    }

    /** Everything is made and checked: it can be published in one step. */
    Mono<Void> ready(CheckReady answer) {
        return current(answer.jobId(), answer.token())
                .flatMap(now -> completion.complete(now.asset(), now.video().plan()));
    }

    @Override
    public Mono<Void> failed(JobFailed answer) {
        String tail = JobAnswers.shortTail(answer);
        return current(answer.jobId(), answer.token())
                .doOnNext(now -> LOG.warn("Part {} failed: {}", answer.jobId(), answer.detail()))
                .flatMap(now -> videos.tryAgain(now.asset(), now.part(), answer.detail(), tail));
    }

    /** Nobody can make this part, so the video is not acceptable. */
    @Override
    public Mono<Void> refused(JobRefused answer) {
        return current(answer.jobId(), answer.token())
                .map(now -> new JobRefused(now.asset().id(), now.asset().job().token(), answer.code(), answer.detail()))
                .flatMap(wholeJobs::refused);
    }

    Mono<Void> cannotCut(CannotCut answer) {
        return current(answer.jobId(), answer.token())
                .doOnNext(now ->
                        LOG.info("{} is encoded in one piece: {}", now.asset().id(), answer.detail()))
                .flatMap(now -> videos.startAnew(now.asset(), true));
    }

    private Mono<Void> take(Current now, @Nullable String problem, String field, Object answer) {
        return problem != null
                ? videos.tryAgain(now.asset(), now.part(), problem, null)
                : parts.finish(now.part(), field, answer).flatMap(done -> videos.advance(now.asset()));
    }

    private Mono<Void> advance(VideoPart part) {
        return videos.assetOf(part).flatMap(videos::advance);
    }

    private Mono<Current> current(String id, long token, String prefix) {
        return current(id, token)
                .switchIfEmpty(Mono.defer(() -> late.remove(id, token, prefix).then(Mono.empty())));
    }

    private Mono<Current> current(String id, long token) {
        return parts.find(id)
                .filter(part ->
                        part.job().state() == JobState.RUNNING && part.job().token() == token)
                .flatMap(part -> videos.assetOf(part).flatMap(asset -> of(asset, part)));
    }

    private static Mono<Current> of(Asset asset, VideoPart part) {
        SharedVideo video = asset.shared();
        return video == null ? Mono.empty() : Mono.just(new Current(asset, part, video));
    }
}
