package org.lecturehalls.media;

import java.util.Comparator;
import java.util.List;
import org.lecturehalls.media.ReplacementReview.State;
import org.lecturehalls.regions.RegionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Decides whether content may be shown in the place of other content: at once where nobody has published that, else when an
 * officer has approved it. Asked again in each round, so that what waits goes on when what it waits for is taken offline.
 */
@Component
class ReplacementGate {

    private static final Logger LOG = LoggerFactory.getLogger(ReplacementGate.class);

    private final ReplacementRecords records;
    private final HeldReplacements held;
    private final ObjectProvider<AssetUse> uses;

    ReplacementGate(ReplacementRecords records, HeldReplacements held, ObjectProvider<AssetUse> uses) {
        this.records = records;
        this.held = held;
        this.uses = uses;
    }

    /** Whether it may take its place now; from the moment it has begun to, nobody is asked any more. */
    Mono<Boolean> opensFor(Asset fresh) {
        return fresh.partOf() == null
                ? records.replaced(fresh)
                        .flatMap(before -> opensFor(fresh, before))
                        .defaultIfEmpty(true)
                : Mono.just(true);
    }

    private Mono<Boolean> opensFor(Asset fresh, Asset before) {
        ReplacementReview review = fresh.review();
        if (review != null && review.state() != State.WAITING) {
            return Mono.just(review.state() == State.APPROVED);
        }
        return fresh.saysTheSameAs(before)
                ? Mono.just(true)
                : reviewers(before.id()).flatMap(regions -> opensFor(fresh, regions));
    }

    /** In an order of their own, so that the same ones look the same. */
    private Mono<List<RegionCode>> reviewers(String assetId) {
        return Flux.fromStream(uses::stream)
                .concatMap(use -> use.reviewers(assetId))
                .distinct()
                .sort(Comparator.comparing(RegionCode::value))
                .collectList();
    }

    private Mono<Boolean> opensFor(Asset fresh, List<RegionCode> regions) {
        if (regions.isEmpty()) {
            return Mono.just(true);
        }
        ReplacementReview review = fresh.review();
        return review != null && review.isWaitingFor(regions)
                ? Mono.just(false)
                : held.hold(fresh, regions)
                        .doOnNext(asset -> LOG.info("{} waits for officers of {}", asset.id(), regions))
                        .thenReturn(false);
    }
}
