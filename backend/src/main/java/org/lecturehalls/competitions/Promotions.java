package org.lecturehalls.competitions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lecturehalls.competitions.ContestResult.Placed;
import org.lecturehalls.competitions.audit.Json;
import org.lecturehalls.competitions.audit.LogKind;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.LimitExceededException;
import org.lecturehalls.platform.NotAllowedException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes the best of a published round into a wider one. What was taken, with rank, score and the head of the round's
 * log, is signed and goes into the wider contest's log, which never changes; what becomes of the round later changes
 * nothing.
 */
@Service
class Promotions {

    private final Contests contests;
    private final ContestStore store;
    private final EntryStore entries;
    private final ContestLog log;
    private final SnapshotKey key;

    Promotions(Contests contests, ContestStore store, EntryStore entries, ContestLog log, SnapshotKey key) {
        this.contests = contests;
        this.store = store;
        this.entries = entries;
        this.log = log;
        this.key = key;
    }

    /** Takes entries in, once from each round; answers how many. */
    Mono<Integer> promote(CurrentUser officer, String id, PromotionRule rule) {
        rule.check();
        return contests.run(officer, rule.fromContestId())
                .doOnNext(round -> contests.check(ContestPolicy.RESULTS, round))
                .flatMap(round -> log.publishedHead(round.id())
                        .defaultIfEmpty("")
                        .flatMap(head -> promote(officer, id, new Round(round, rule, head))));
    }

    /** A published round, who goes on from it, and the hash of the line that published it. */
    private record Round(Contest contest, PromotionRule rule, String head) {

        List<Placed> chosen() {
            return rule.chosen(Objects.requireNonNull(contest.result()).places());
        }

        EntryRef ref(Placed place) {
            return contest.entry(place.entryId()).orElseThrow();
        }
    }

    private Mono<Integer> promote(CurrentUser officer, String id, Round round) {
        return contests.run(officer, id)
                .doOnNext(contest -> check(contest, round))
                .flatMap(contest -> copies(contest, round))
                .flatMap(copies -> key.get()
                        .flatMap(secret -> contests.step(
                                officer,
                                id,
                                ContestPolicy.PROMOTING,
                                contest -> take(officer, contest, round, copies, secret)))
                        .thenReturn(copies.size()));
    }

    private void check(Contest contest, Round round) {
        contests.check(ContestPolicy.PROMOTING, contest);
        if (!contest.region().contains(round.contest().region())
                || contest.id().equals(round.contest().id())) {
            throw new NotAllowedException("not-in-region");
        }
        if (contest.plan().kind() != round.contest().plan().kind()) {
            throw new ConflictException("wrong-media-kind");
        }
        if (contest.promotedFrom().contains(round.contest().id())) {
            throw new ConflictException("already-promoted");
        }
        if (contest.entries().size() + round.chosen().size() > EntryChecks.MOST_ENTRIES) {
            throw new LimitExceededException("too-many-entries");
        }
    }

    /** Entries of their own; none of them takes part before the contest's write says so. */
    private Mono<List<EntryRef>> copies(Contest contest, Round round) {
        List<String> ids = round.chosen().stream().map(Placed::entryId).toList();
        return entries.byId(ids)
                .flatMap(texts -> Flux.fromIterable(round.chosen())
                        .filter(place -> !has(contest, round.ref(place).mediaAssetId()))
                        .concatMap(place ->
                                copy(contest, round.ref(place), Objects.requireNonNull(texts.get(place.entryId()))))
                        .collectList());
    }

    private static boolean has(Contest contest, String assetId) {
        return contest.entries().stream().anyMatch(ref -> ref.mediaAssetId().equals(assetId));
    }

    private Mono<EntryRef> copy(Contest contest, EntryRef ref, Entry entry) {
        Entry copy = new Entry(
                Ids.next(),
                contest.id(),
                entry.entrantId(),
                entry.entrantName(),
                contests.now(),
                List.of(entry.text(ref)));
        String category = contest.plan().terms().categories().contains(ref.category()) ? ref.category() : "";
        return entries.insert(copy).thenReturn(ref.promoted(copy.id(), category));
    }

    private Mono<Contest> take(
            CurrentUser officer, Contest contest, Round round, List<EntryRef> copies, String secret) {
        check(contest, round);
        Map<String, Object> snapshot = snapshot(round, copies);
        snapshot.put("signature", SnapshotKey.sign(secret, Json.write(snapshot)));
        List<EntryRef> all = new ArrayList<>(contest.entries());
        all.addAll(copies);
        Unlogged record = Unlogged.of(officer, contests.now(), LogKind.PROMOTED, snapshot);
        return store.promote(contest, round.contest().id(), all, record);
    }

    private static Map<String, Object> snapshot(Round round, List<EntryRef> copies) {
        List<Map<String, Object>> taken = new ArrayList<>();
        for (Placed place : round.chosen()) {
            copies.stream()
                    .filter(copy -> copy.mediaAssetId().equals(round.ref(place).mediaAssetId()))
                    .findFirst()
                    .ifPresent(copy -> taken.add(taken(place, copy)));
        }
        Map<String, Object> snapshot = new LinkedHashMap<>();
        snapshot.put("from", round.contest().id());
        snapshot.put("head", round.head());
        snapshot.put("rule", round.rule().told());
        snapshot.put("entries", taken);
        return snapshot;
    }

    private static Map<String, Object> taken(Placed place, EntryRef copy) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("entry", copy.id());
        data.put("was", place.entryId());
        data.put("rank", place.rank());
        data.put("score", place.score());
        data.put("media", copy.mediaAssetId());
        return data;
    }
}
