package org.lecturehalls.media;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.media.contract.JobRefused;
import org.lecturehalls.media.contract.PackJob;
import org.lecturehalls.media.contract.PackKind;
import org.lecturehalls.media.contract.PackReady;
import org.lecturehalls.media.contract.PackReady.PackedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes in what workers say about plain files. Only the attempt that has the token is listened to; what any other has stored is
 * removed. An answer that comes twice changes nothing the second time.
 */
@Component
class PackAnswers implements Outcomes {

    private static final Logger LOG = LoggerFactory.getLogger(PackAnswers.class);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final PackRecords packs;
    private final Packs orders;
    private final PackedFiles files;
    private final PackLeftovers leftovers;
    private final MediaSettings settings;

    PackAnswers(PackRecords packs, Packs orders, PackedFiles files, PackLeftovers leftovers, MediaSettings settings) {
        this.packs = packs;
        this.orders = orders;
        this.files = files;
        this.leftovers = leftovers;
        this.settings = settings;
    }

    @Override
    public Mono<Void> progress(JobProgress news) {
        return packs.progress(news).then();
    }

    /** Shows the files first: when the backend dies before it has noted that the job is done, it is answered again. */
    Mono<Void> ready(PackReady answer) {
        return running(answer.jobId(), answer.token())
                .flatMap(pack -> finish(pack, answer))
                .switchIfEmpty(Mono.defer(() -> late(answer)))
                .then();
    }

    private Mono<Boolean> finish(Pack pack, PackReady answer) {
        String problem = problemOf(answer, pack.job().prefix());
        if (problem != null) {
            return tryAgain(pack, problem, null).thenReturn(true);
        }
        Packed made = new Packed(pack.title(), pack.album(), answer.outputPrefix(), answer.files());
        return files.show(pack, made)
                .flatMap(shown -> shown
                        ? packs.done(pack).then()
                        : packs.delete(pack.id()).then(leftovers.of(pack)))
                .doOnSuccess(done -> LOG.info("{} is ready", answer.jobId()))
                .thenReturn(true);
    }

    /** Nobody can make the files, or nobody could this time. */
    @Override
    public Mono<Void> failed(JobFailed answer) {
        return running(answer.jobId(), answer.token())
                .doOnNext(pack -> LOG.warn("{} failed: {}", answer.jobId(), answer.detail()))
                .flatMap(pack -> tryAgain(pack, answer.detail(), JobAnswers.shortTail(answer)));
    }

    @Override
    public Mono<Void> refused(JobRefused answer) {
        return running(answer.jobId(), answer.token())
                .flatMap(pack -> packs.fail(pack, answer.detail(), null))
                .then();
    }

    /** A message that the broker has given up. */
    Mono<Void> dead(PackJob job) {
        return packs.find(Pack.idOf(job.jobId()))
                .filter(pack -> pack.job().isOpen())
                .flatMap(pack -> packs.fail(pack, "no worker could finish it", null))
                .then();
    }

    /** Has it tried again that failed or whose worker is gone, but not for ever. */
    Mono<Void> tryAgain(Pack pack, String detail, @Nullable String outputTail) {
        Mono<Pack> moved = pack.job().attempt() >= settings.maxAttempts()
                ? packs.fail(pack, detail, outputTail)
                : packs.requeue(pack, detail, outputTail);
        return moved.flatMap(now -> leftovers.of(pack).then(orders.send(now)));
    }

    private Mono<Pack> running(String jobId, long token) {
        return packs.find(Pack.idOf(jobId))
                .filter(pack ->
                        pack.job().state() == JobState.RUNNING && pack.job().token() == token);
    }

    /** Unless it is the very result that is shown, or the one that is being made. */
    private Mono<Boolean> late(PackReady answer) {
        String id = Pack.idOf(answer.jobId());
        String prefix = answer.outputPrefix();
        if (!prefix.startsWith(Asset.outputsOf(id) + "pack/" + answer.token() + "-")) {
            return Mono.just(false);
        }
        return packs.find(id)
                .filter(pack -> prefix.equals(pack.job().prefix()))
                .hasElement()
                .flatMap(current -> current ? Mono.just(true) : files.isShown(id, prefix))
                .filter(needed -> !needed)
                .flatMap(useless -> leftovers.ofLate(id, prefix).thenReturn(false));
    }

    private static @Nullable String problemOf(PackReady answer, @Nullable String prefix) {
        List<PackedFile> made = answer.files();
        Set<PackKind> kinds = EnumSet.noneOf(PackKind.class);
        boolean sensible = !made.isEmpty()
                && made.stream()
                        .allMatch(file -> kinds.add(file.kind())
                                && file.bytes() > 0
                                && SHA256.matcher(file.sha256()).matches());
        if (!sensible) {
            return "The worker's files contradict themselves";
        }
        boolean inPlace = prefix != null
                && prefix.equals(answer.outputPrefix())
                && made.stream()
                        .allMatch(file ->
                                file.key().startsWith(prefix) && !file.key().contains(".."));
        return inPlace ? null : "The worker's files are not where they should be";
    }
}
