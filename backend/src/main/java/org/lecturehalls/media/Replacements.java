package org.lecturehalls.media;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Puts another content into an asset that is in use. The new file becomes an asset of its own, is worked on and verified as
 * any other and, where the old one is published, approved by an officer ({@link ReplacementGate}); only then, in one write,
 * the old asset shows its content. Whatever happens before leaves the old one as it is. Each step can be done twice, so that
 * the sweep goes on where a backend died.
 */
@Component
class Replacements {

    private static final Logger LOG = LoggerFactory.getLogger(Replacements.class);
    private static final int A_ROUND = 100;

    private final AssetRecords assets;
    private final ReplacementRecords records;
    private final ReplacementGate gate;
    private final TrackRecords tracks;
    private final GarbageCollector collector;
    private final StorageLedger ledger;
    private final PackEnd packs;
    private final ObjectProvider<AssetUse> uses;

    Replacements(
            AssetRecords assets,
            ReplacementRecords records,
            ReplacementGate gate,
            TrackRecords tracks,
            GarbageCollector collector,
            StorageLedger ledger,
            PackEnd packs,
            ObjectProvider<AssetUse> uses) {
        this.assets = assets;
        this.records = records;
        this.gate = gate;
        this.tracks = tracks;
        this.collector = collector;
        this.ledger = ledger;
        this.packs = packs;
        this.uses = uses;
    }

    /** Fails when somebody may not upload a file of the kind in the place of an asset. */
    Mono<Void> check(CurrentUser user, MediaKind kind, @Nullable String replaced) {
        return replaced == null ? Mono.empty() : checkNamed(user, kind, replaced);
    }

    private Mono<Void> checkNamed(CurrentUser user, MediaKind kind, String replaced) {
        return assets.own(user, replaced)
                .onErrorMap(NotFoundException.class, e -> wrong("no-such-asset"))
                .doOnNext(asset -> check(asset, kind))
                .then(Mono.defer(() -> checkFree(replaced)));
    }

    /** Fails when the content of an asset must stay as it is, or something is on its way to take its place. */
    Mono<Void> checkFree(String id) {
        return Mono.zip(isFixed(id), records.awaitedFor(id).hasElement())
                .doOnNext(said -> refuse(said.getT1(), said.getT2()))
                .then();
    }

    private Mono<Boolean> isFixed(String replaced) {
        return Flux.fromStream(uses::stream)
                .concatMap(use -> use.fixes(replaced))
                .any(fixed -> fixed);
    }

    private static void check(Asset asset, MediaKind kind) {
        if (asset.kind() != kind || kind == MediaKind.PHOTO || asset.partOf() != null || asset.isSecondEncoding()) {
            throw wrong("cannot-be-replaced");
        }
        if (asset.job().isOpen()) {
            throw new ConflictException("media-not-ready");
        }
    }

    private static void refuse(boolean fixed, boolean awaited) {
        if (fixed) {
            throw new ConflictException("entered-in-contest");
        }
        if (awaited) {
            throw new ConflictException("replacement-awaited");
        }
    }

    private static InvalidInputException wrong(String code) {
        return new InvalidInputException(List.of(FieldProblem.of("replaces", code)));
    }

    /** Takes the place that an asset was made for, when it is ready and may; does nothing for others. Never fails. */
    Mono<Void> ready(Asset fresh) {
        return Mono.just(fresh)
                .filter(asset -> asset.replaces() != null && asset.state() == MediaState.READY)
                .filterWhen(gate::opensFor)
                .flatMap(this::takePlace)
                .doOnError(e -> LOG.warn("{} cannot take its place now: {}", fresh.id(), e.toString()))
                .onErrorComplete();
    }

    private Mono<Void> takePlace(Asset fresh) {
        return records.claim(fresh)
                .flatMap(claimed -> records.replaced(claimed)
                        .flatMap(before -> show(before, claimed).then(records.done(claimed)))
                        .switchIfEmpty(Mono.defer(() -> leftAlone(claimed))))
                .then();
    }

    /** Its place is gone. A second encoding has nothing of its own to stand on. */
    private Mono<Asset> leftAlone(Asset claimed) {
        return claimed.isSecondEncoding()
                ? records.deleteNow(claimed.id()).delayUntil(collector::collect)
                : records.alone(claimed);
    }

    private Mono<Void> show(Asset before, Asset claimed) {
        return before.contentId().equals(claimed.id())
                ? Mono.empty()
                : records.show(before, claimed).flatMap(shown -> putAway(before, shown));
    }

    /** The content before goes after a while: players may be in the middle of it. */
    private Mono<Void> putAway(Asset before, Asset shown) {
        LOG.info("{} now shows the content of {}", shown.id(), shown.contentId());
        Mono<Void> old = before.content() == null
                ? tracks.deleteOf(before.id())
                : records.deleteLater(before.content().assetId()).then();
        return packs.ofContent(before.contentId())
                .then(old)
                .then(ledger.follow(shown))
                .then(collector.collect(shown));
    }

    /** Deletes also what a deleted asset had taken over. */
    Mono<Void> deleted(Asset deleted) {
        Asset.Content content = deleted.content();
        return content == null
                ? Mono.empty()
                : records.deleteNow(content.assetId(), deleted.sourceHolder()).flatMap(collector::collect);
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    Mono<Void> sweep() {
        return Mono.defer(() -> records.waiting().concatMap(this::ready).then(dropForsaken()));
    }

    private Mono<Void> dropForsaken() {
        return records.parts(A_ROUND)
                .concatMap(part -> records.holderOf(part)
                        .flatMap(holder -> dropUnless(holder.contentId().equals(part.id()), part))
                        .switchIfEmpty(Mono.defer(() -> records.deleteNow(part.id(), part.sourceHolder()))))
                .then();
    }

    private Mono<Asset> dropUnless(boolean held, Asset part) {
        return held ? Mono.just(part) : records.deleteLater(part.id()).defaultIfEmpty(part);
    }
}
