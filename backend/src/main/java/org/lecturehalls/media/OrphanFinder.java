package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lecturehalls.media.Orphan.Found;
import org.lecturehalls.storage.ObjectStore;
import org.lecturehalls.storage.StoredObject;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Compares the store with the records, either way. Reads both in pages, so that its memory does not grow with them, and
 * leaves alone what is younger than the guard: an upload or an attempt may be under way whose record is about to be written.
 */
@Component
class OrphanFinder {

    private static final List<String> PLACES = List.of("uploads/", "media/");
    private static final int IDS_AT_ONCE = 200;
    private static final int ASSETS_AT_ONCE = 100;

    /** Under which one attempt stores; other objects of an asset are not judged here. */
    private static final Pattern ATTEMPT = Pattern.compile("(media/[^/]+/(?:pack/)?[0-9]+-[0-9a-z]{26}/).+");

    private final ReactiveMongoOperations mongo;
    private final TrackRecords tracks;
    private final ObjectStore store;
    private final MediaSettings settings;
    private final Clock clock;

    OrphanFinder(
            ReactiveMongoOperations mongo,
            TrackRecords tracks,
            ObjectStore store,
            MediaSettings settings,
            Clock clock) {
        this.mongo = mongo;
        this.tracks = tracks;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    Flux<Orphan> all() {
        return Flux.fromIterable(PLACES).concatMap(this::withoutRecord).concatWith(ofAssets());
    }

    /** Objects under ids that neither an asset nor an upload has. */
    private Flux<Orphan> withoutRecord(String place) {
        return store.list(place)
                .map(object -> idIn(object.key()))
                .distinctUntilChanged()
                .buffer(IDS_AT_ONCE)
                .concatMap(this::unknown)
                .concatMap(id -> objects(place + id + "/", id));
    }

    private static String idIn(String key) {
        int start = key.indexOf('/') + 1;
        int end = key.indexOf('/', start);
        return end < 0 ? key.substring(start) : key.substring(start, end);
    }

    private Flux<String> unknown(List<String> ids) {
        Query there = Query.query(where("_id").in(ids));
        there.fields().include("_id");
        Flux<String> assets = mongo.find(there, IdOnly.class, "mediaAssets").map(IdOnly::id);
        Flux<String> uploads = mongo.find(there, IdOnly.class, "uploads").map(IdOnly::id);
        return Flux.concat(assets, uploads, sourcesOfOthers(ids))
                .collect(HashSet<String>::new, Set::add)
                .flatMapMany(known ->
                        Flux.fromIterable(ids).filter(id -> !known.contains(id)).distinct());
    }

    private record IdOnly(String id) {}

    /** Those of some ids under which only a source is left, of which another content was made. */
    private Flux<String> sourcesOfOthers(List<String> ids) {
        Query kept = Query.query(where("sourceOf").in(ids).and("deletedAt").isNull());
        kept.fields().include("sourceOf");
        return mongo.find(kept, SourceOnly.class, "mediaAssets").map(SourceOnly::sourceOf);
    }

    private record SourceOnly(String sourceOf) {}

    /** What is under a prefix, when all of it is old enough. */
    Mono<Orphan> objects(String prefix, String assetId) {
        return store.list(prefix)
                .reduce(Found.NOTHING, (found, object) -> found.plus(object.size(), object.changedAt()))
                .filter(found -> found.objects() > 0 && found.newest().isBefore(guard()))
                .map(found -> Orphan.ofObjects(prefix, assetId, found, clock.instant()));
    }

    /** Whether neither an asset nor an upload has the id now. */
    Mono<Boolean> isUnknown(String id) {
        return unknown(List.of(id)).hasElements();
    }

    private Instant guard() {
        return clock.instant().minus(settings.orphanAge());
    }

    private Flux<Orphan> ofAssets() {
        return page("").expand(assets -> assets.size() < ASSETS_AT_ONCE
                        ? Mono.empty()
                        : page(assets.get(ASSETS_AT_ONCE - 1).id()))
                .concatMapIterable(assets -> assets)
                .concatMap(this::of);
    }

    private Mono<List<Asset>> page(String after) {
        Criteria rest = where("_id").gt(after).and("deletedAt").isNull();
        return mongo.find(Query.query(rest).with(Sort.by("_id")).limit(ASSETS_AT_ONCE), Asset.class)
                .collectList();
    }

    /** What an asset at rest misses, and what of it nobody needs. */
    Flux<Orphan> of(Asset asset) {
        boolean atRest = !asset.job().isOpen() && asset.createdAt().isBefore(guard());
        return atRest ? needed(asset).flatMapMany(needed -> listed(asset, needed)) : Flux.empty();
    }

    private Mono<Set<String>> needed(Asset asset) {
        Set<String> keys = new HashSet<>();
        if (asset.hasSource()) {
            keys.add(asset.sourceKey());
        }
        Product product = asset.product();
        if (product == null) {
            return Mono.just(keys);
        }
        product.keys().forEach(keys::add);
        return tracks.keysOf(asset).collect(() -> keys, Set::add);
    }

    private Flux<Orphan> listed(Asset asset, Set<String> needed) {
        Map<String, Found> others = new HashMap<>();
        Set<String> missing = new HashSet<>(needed);
        return store.list(asset.sources())
                .concatWith(store.list(asset.outputs()))
                .doOnNext(object -> missing.remove(object.key()))
                .filter(object -> isNobodys(asset, needed, object))
                .doOnNext(object -> add(others, object))
                .thenMany(Flux.defer(() -> elsewhere(asset, missing).concatWith(old(asset, others))));
    }

    /** Some objects of an asset may be in another's place, whose content it took over. */
    private Flux<Orphan> elsewhere(Asset asset, Set<String> missing) {
        return Flux.fromIterable(Set.copyOf(missing))
                .concatMap(key -> key.startsWith(asset.outputs()) || key.startsWith(asset.sources())
                        ? Mono.just(key)
                        : store.stat(key).hasElement().filter(there -> !there).map(gone -> key))
                .count()
                .filter(gone -> gone > 0)
                .map(gone -> Orphan.ofRecord(asset, gone, clock.instant()))
                .flux();
    }

    private static boolean isNobodys(Asset asset, Set<String> needed, StoredObject object) {
        String prefix = asset.job().prefix();
        return ATTEMPT.matcher(object.key()).matches()
                && !needed.contains(object.key())
                && (prefix == null || !object.key().startsWith(prefix))
                && asset.garbage().stream().noneMatch(garbage -> object.key().startsWith(garbage.prefix()));
    }

    private static void add(Map<String, Found> others, StoredObject object) {
        Matcher attempt = ATTEMPT.matcher(object.key());
        if (attempt.matches()) {
            Found before = others.getOrDefault(attempt.group(1), Found.NOTHING);
            others.put(attempt.group(1), before.plus(object.size(), object.changedAt()));
        }
    }

    private Flux<Orphan> old(Asset asset, Map<String, Found> others) {
        return Flux.fromIterable(others.entrySet())
                .filter(each -> each.getValue().newest().isBefore(guard()))
                .map(each -> Orphan.ofObjects(each.getKey(), asset.id(), each.getValue(), clock.instant()));
    }
}
