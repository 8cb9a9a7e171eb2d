package org.lecturehalls.media;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.ReplacementReview.State;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class StoredReplacementDesk implements ReplacementDesk {

    private final AssetRecords assets;
    private final HeldReplacements held;
    private final Replacements replacements;

    StoredReplacementDesk(AssetRecords assets, HeldReplacements held, Replacements replacements) {
        this.assets = assets;
        this.held = held;
        this.replacements = replacements;
    }

    @Override
    public Mono<Page<Replacement>> waitingWithin(RegionCode region, PageQuery page) {
        return held.waitingWithin(region, page)
                .collectList()
                .flatMap(read -> withReplaced(Page.of(read, page, asset -> Cursor.of(asset.id()))));
    }

    private Mono<Page<Replacement>> withReplaced(Page<Asset> page) {
        List<String> replaced =
                page.items().stream().map(StoredReplacementDesk::placeOf).toList();
        return assets.all(replaced)
                .collectMap(Asset::id)
                .map(known -> page.map(fresh -> replacement(fresh, known.get(placeOf(fresh)))));
    }

    private static Replacement replacement(Asset fresh, @Nullable Asset replaced) {
        MediaAsset face = fresh.asPublicFace();
        return new Replacement(
                fresh.id(),
                placeOf(fresh),
                fresh.kind(),
                fresh.ownerId(),
                fresh.fileName(),
                replaced == null ? "" : replaced.fileName(),
                face.durationSeconds(),
                face.pages(),
                fresh.isSecondEncoding(),
                Objects.requireNonNullElse(fresh.job().endedAt(), fresh.createdAt()));
    }

    private static String placeOf(Asset fresh) {
        return Objects.requireNonNull(fresh.replaces());
    }

    @Override
    public Mono<Replacement> get(String id) {
        return held.find(id)
                .flatMap(fresh -> assets.get(placeOf(fresh)).map(replaced -> replacement(fresh, replaced)))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    @Override
    public Mono<Void> approve(String id) {
        return decide(id, State.APPROVED, null);
    }

    @Override
    public Mono<Void> refuse(String id, String note) {
        return decide(id, State.REFUSED, note);
    }

    private Mono<Void> decide(String id, State decision, @Nullable String note) {
        return held.decide(id, decision, note)
                .switchIfEmpty(held.find(id)
                        .flatMap(decided -> Mono.<Asset>error(() -> new ConflictException("already-reviewed")))
                        .switchIfEmpty(Mono.error(NotFoundException::new)))
                .then();
    }

    @Override
    public Mono<Void> show(String id) {
        return held.find(id).flatMap(replacements::ready);
    }
}
