package org.lecturehalls.competitions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.similarity.SharedPassages;
import org.lecturehalls.competitions.similarity.SimilarTexts;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Finds lesson plans that share passages with each other or with those of former contests. Officers decide what it means. */
@Service
class Similarity {

    /** Share of the shorter plan from which on a pair is told. */
    private static final double LEAST = 0.2;

    /** The newest come first, so that what is left out are the plans of long ago. */
    private static final int MOST_TEXTS = 5_000;

    private static final int MOST_PAIRS = 200;
    private static final int TEXTS_AT_A_TIME = 8;

    private final Contests contests;
    private final ContestStore store;
    private final MediaLibrary media;

    Similarity(Contests contests, ContestStore store, MediaLibrary media) {
        this.contests = contests;
        this.store = store;
        this.media = media;
    }

    /** A plan of this or of another contest. */
    record Plan(String contestId, String entryId, String text) {}

    /** Two plans that have a share in common, the first of this contest. */
    record Alike(Plan first, Plan second, double share) {}

    /** The pairs of which one plan is the contest's, the most alike first. */
    Mono<List<Alike>> find(CurrentUser officer, String id) {
        return contests.run(officer, id)
                .flatMap(contest -> plans(contest)
                        .collectList()
                        .publishOn(Schedulers.boundedElastic())
                        .map(plans -> find(contest, plans)));
    }

    private static List<Alike> find(Contest contest, List<Plan> plans) {
        List<String> texts = plans.stream().map(Plan::text).toList();
        return SimilarTexts.pairs(texts, template(contest), LEAST).stream()
                .map(pair -> new Alike(plans.get(pair.first()), plans.get(pair.second()), pair.share()))
                .filter(alike -> isOf(contest, alike.first()) || isOf(contest, alike.second()))
                .map(alike ->
                        isOf(contest, alike.first()) ? alike : new Alike(alike.second(), alike.first(), alike.share()))
                .limit(MOST_PAIRS)
                .toList();
    }

    private static boolean isOf(Contest contest, Plan plan) {
        return plan.contestId().equals(contest.id());
    }

    private static String template(Contest contest) {
        @Nullable String template = contest.plan().terms().template();
        return template == null ? "" : template;
    }

    /** The contest's plans, then those of others in its region; a plan that stands in two contests is read once. */
    private Flux<Plan> plans(Contest contest) {
        return Mono.just(contest)
                .concatWith(store.alike(contest))
                .collectList()
                .flatMapIterable(Similarity::byAsset)
                .take(MOST_TEXTS)
                .flatMapSequential(this::read, TEXTS_AT_A_TIME);
    }

    private static List<Plan> byAsset(List<Contest> all) {
        Map<String, Plan> plans = new LinkedHashMap<>();
        for (Contest each : all) {
            each.entries()
                    .forEach(ref ->
                            plans.putIfAbsent(ref.mediaAssetId(), new Plan(each.id(), ref.id(), ref.mediaAssetId())));
        }
        return new ArrayList<>(plans.values());
    }

    private Mono<Plan> read(Plan plan) {
        return media.text(plan.text())
                .onErrorResume(NotFoundException.class, e -> Mono.empty())
                .map(text -> new Plan(plan.contestId(), plan.entryId(), text));
    }

    /** What an entry of the contest and another one, of any contest in the officer's region, have in common. */
    Mono<SharedPassages> passages(CurrentUser officer, String id, String entryId, String otherId) {
        return contests.run(officer, id)
                .flatMap(contest -> Mono.zip(text(contest, entryId), otherText(officer, otherId))
                        .switchIfEmpty(Mono.error(NotFoundException::new))
                        .publishOn(Schedulers.boundedElastic())
                        .map(texts -> SharedPassages.of(texts.getT1(), texts.getT2(), template(contest))));
    }

    private Mono<String> otherText(CurrentUser officer, String entryId) {
        return store.withEntry(entryId)
                .filter(contest -> Standing.of(officer, contest) == Standing.OFFICER)
                .flatMap(contest -> text(contest, entryId));
    }

    private Mono<String> text(Contest contest, String entryId) {
        return Mono.justOrEmpty(contest.entry(entryId)).flatMap(ref -> media.text(ref.mediaAssetId()));
    }
}
