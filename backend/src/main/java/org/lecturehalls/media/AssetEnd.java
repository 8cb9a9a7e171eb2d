package org.lecturehalls.media;

import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.contract.CancelJob;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Deletes assets with all their objects, and has failed jobs tried again. Asks for those that use assets only when needed,
 * since they in turn use the library.
 */
@Component
class AssetEnd {

    private final AssetRecords assets;
    private final JobRecords jobs;
    private final JobDispatch dispatch;
    private final GarbageCollector collector;
    private final MediaBroker broker;
    private final StorageLedger ledger;
    private final Replacements replacements;
    private final ReplacementRecords awaited;
    private final PackEnd packs;
    private final ObjectProvider<AssetUse> uses;

    AssetEnd(
            AssetRecords assets,
            JobRecords jobs,
            JobDispatch dispatch,
            GarbageCollector collector,
            MediaBroker broker,
            StorageLedger ledger,
            Replacements replacements,
            ReplacementRecords awaited,
            PackEnd packs,
            ObjectProvider<AssetUse> uses) {
        this.assets = assets;
        this.jobs = jobs;
        this.dispatch = dispatch;
        this.collector = collector;
        this.broker = broker;
        this.ledger = ledger;
        this.replacements = replacements;
        this.awaited = awaited;
        this.packs = packs;
        this.uses = uses;
    }

    /** Deletes an asset that nothing refers to any more. */
    Mono<Void> discard(String id) {
        return isUsed(id)
                .filter(used -> !used)
                .flatMap(unused -> assets.get(id))
                .flatMap(asset -> remove(asset.ownerId(), id))
                .onErrorResume(NotFoundException.class, gone -> Mono.empty())
                .flatMap(this::clear);
    }

    /** A second encoding goes before the source that it needs. */
    private Mono<Asset> remove(String ownerId, String id) {
        return awaited.awaitedFor(id)
                .filter(again -> again.isSecondEncoding() && again.ownerId().equals(ownerId))
                .flatMap(again -> assets.delete(ownerId, again.id()))
                .onErrorResume(NotFoundException.class, taken -> Mono.empty())
                .flatMap(this::clear)
                .then(Mono.defer(() -> assets.delete(ownerId, id)));
    }

    /** Stops the work at a deleted asset and removes its objects. */
    private Mono<Void> clear(Asset deleted) {
        return stop(deleted)
                .then(packs.ofContent(deleted.contentId()))
                .then(replacements.deleted(deleted))
                .then(assets.deleted(deleted.id()))
                .flatMap(collector::collect)
                .then(ledger.follow(deleted));
    }

    private Mono<Boolean> isUsed(String id) {
        return Flux.fromStream(uses::stream).concatMap(use -> use.uses(id)).any(used -> used);
    }

    /** Deletes somebody's own asset; fails while another capability refers to it. Can be repeated. */
    Mono<Void> delete(CurrentUser user, String id) {
        return isUsed(id)
                .flatMap(used -> used ? Mono.error(new ConflictException("in-use")) : remove(user.id(), id))
                .flatMap(this::clear);
    }

    /** Deletes an asset whose objects are gone, whosever it is; fails while another capability refers to it. */
    Mono<Void> deleteBroken(String id) {
        return assets.get(id)
                .delayUntil(asset -> isUsed(id)
                        .flatMap(
                                used -> used ? Mono.<Boolean>error(new ConflictException("in-use")) : Mono.just(false)))
                .flatMap(asset -> remove(asset.ownerId(), id))
                .flatMap(this::clear);
    }

    private Mono<Void> stop(Asset asset) {
        return asset.job().state() == JobState.RUNNING
                ? broker.cancel(new CancelJob(asset.id(), asset.job().token()))
                : Mono.empty();
    }

    Mono<Void> retry(CurrentUser user, String id) {
        return assets.own(user, id).flatMap(this::retry);
    }

    /** Has a failed job done after all. The caller has checked who is asking. */
    Mono<Void> retry(Asset asset) {
        if (asset.sourceGoneAt() != null) {
            return Mono.error(new ConflictException("source-gone"));
        }
        return Mono.just(asset)
                .filter(failed -> failed.job().state() == JobState.FAILED)
                .flatMap(jobs::retry)
                .switchIfEmpty(Mono.error(() -> new ConflictException("not-failed")))
                .flatMap(dispatch::send);
    }
}
