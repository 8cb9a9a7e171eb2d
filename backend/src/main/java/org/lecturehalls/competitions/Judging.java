package org.lecturehalls.competitions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** From the last entry to the published ranking. */
@Service
class Judging {

    private static final int MEDIA_AT_A_TIME = 8;

    private final Contests contests;
    private final ContestStore store;
    private final SheetStore sheets;
    private final ContestLog log;
    private final ResultMaker results;
    private final Assigning assigning;
    private final Dossiers dossiers;
    private final MediaLibrary media;

    Judging(
            Contests contests,
            ContestStore store,
            SheetStore sheets,
            ContestLog log,
            ResultMaker results,
            Assigning assigning,
            Dossiers dossiers,
            MediaLibrary media) {
        this.contests = contests;
        this.store = store;
        this.sheets = sheets;
        this.log = log;
        this.results = results;
        this.assigning = assigning;
        this.dossiers = dossiers;
        this.media = media;
    }

    /** Freezes the contest and gives every judge their sheets. Can be repeated, to finish an interrupted start. */
    Mono<Contest> start(CurrentUser officer, String id) {
        return contests.run(officer, id)
                .flatMap(contest -> contest.state() == ContestState.JUDGING ? Mono.just(contest) : freeze(officer, id))
                .delayUntil(sheets::layOut);
    }

    private Mono<Contest> freeze(CurrentUser officer, String id) {
        return contests.step(officer, id, ContestPolicy.START_JUDGING, contest -> freeze(officer, contest));
    }

    private Mono<Contest> freeze(CurrentUser officer, Contest contest) {
        return notReady(contest)
                .doOnNext(problems -> refuse("media-not-ready", problems))
                .then(assigning.assigned(contest))
                .doOnNext(Judging::checkJudged)
                .flatMap(entries -> dossiers.frozen(contest, entries))
                .flatMap(entries -> freeze(officer, contest, shuffled(entries)));
    }

    private Mono<Contest> freeze(CurrentUser officer, Contest contest, List<EntryRef> entries) {
        Update update = new Update().set("entries", entries).inc("entriesVersion", 1);
        Instant now = contests.now();
        Stream<Unlogged> step = Stream.of(
                Lifecycle.state(officer, contest, ContestState.JUDGING, null, now),
                ResultRecords.frozen(officer, contest.plan(), entries, now));
        Unlogged[] records = Stream.concat(step, Dossiers.record(officer, contest.plan(), entries, now))
                .toArray(Unlogged[]::new);
        return store.go(contest, ContestState.JUDGING, update, records);
    }

    private Mono<List<FieldProblem>> notReady(Contest contest) {
        List<EntryRef> withMedia = contest.plan().kind().takesMedia() ? contest.takingPart() : List.of();
        return Flux.fromIterable(withMedia)
                .filterWhen(ref -> ready(ref).map(ready -> !ready), MEDIA_AT_A_TIME)
                .map(ref -> FieldProblem.of("entries." + ref.id(), "media-not-ready"))
                .collectList();
    }

    private Mono<Boolean> ready(EntryRef ref) {
        return media.get(ref.mediaAssetId())
                .map(asset -> asset.state() == MediaState.READY)
                .onErrorReturn(NotFoundException.class, false);
    }

    private static void checkJudged(List<EntryRef> entries) {
        List<FieldProblem> without = entries.stream()
                .filter(ref -> ref.takesPart() && ref.judgeIds().isEmpty())
                .map(ref -> FieldProblem.of("entries." + ref.id(), "no-judge"))
                .toList();
        refuse("entries-without-judges", without);
    }

    /** The order in which entries came would tell judges something; chance tells nothing. */
    private static List<EntryRef> shuffled(List<EntryRef> entries) {
        List<EntryRef> order = new ArrayList<>(entries);
        Collections.shuffle(order, ThreadLocalRandom.current());
        List<EntryRef> numbered = new ArrayList<>();
        order.forEach(ref -> numbered.add(ref.numbered(numbered.size() + 1)));
        return numbered;
    }

    /** Ends the writing of scores, so that the ranking can be looked at before it is published. */
    Mono<Contest> deliberate(CurrentUser officer, String id) {
        return contests.step(
                officer,
                id,
                ContestPolicy.DELIBERATE,
                contest -> looked(contest)
                        .then(Mono.defer(() -> store.go(
                                contest,
                                ContestState.DELIBERATION,
                                new Update(),
                                Lifecycle.state(officer, contest, ContestState.DELIBERATION, null, contests.now())))));
    }

    /** Ends judging and makes the ranking public. Can be repeated. */
    Mono<Contest> publish(CurrentUser officer, String id) {
        return contests.run(officer, id)
                .flatMap(contest ->
                        contest.state() == ContestState.PUBLISHED ? Mono.just(contest) : publishNow(officer, id));
    }

    private Mono<Contest> publishNow(CurrentUser officer, String id) {
        return contests.step(
                officer,
                id,
                ContestPolicy.PUBLISHING,
                contest -> looked(contest)
                        .then(log.settleAll(contest.id()))
                        .then(results.make(contest))
                        .flatMap(result -> publish(officer, contest, result.certified(contest.result()))));
    }

    private Mono<Contest> publish(CurrentUser officer, Contest contest, ContestResult result) {
        Instant now = contests.now();
        List<Unlogged> records = new ArrayList<>();
        records.add(Lifecycle.state(officer, contest, ContestState.PUBLISHED, null, now));
        if (contest.countsVotes()) {
            records.add(ResultRecords.votesCounted(officer, result, now));
        }
        records.add(ResultRecords.awarded(officer, result, now));
        records.add(ResultRecords.published(officer, result, now));
        Update update = new Update().set("result", result);
        return store.go(contest, ContestState.PUBLISHED, update, records.toArray(Unlogged[]::new));
    }

    /**
     * First looks, then stops all writing. Submitted sheets stay submitted, so what was enough at the look still is.
     * Should the backend stop half way, judging is over and the step is repeated.
     */
    private Mono<Void> looked(Contest contest) {
        return results.make(contest).doOnNext(Judging::checkSheets).then(sheets.seal(contest.id()));
    }

    private static void checkSheets(ContestResult result) {
        List<FieldProblem> without = result.places().stream()
                .filter(place -> place.sheets() == 0)
                .map(place -> FieldProblem.of("entries." + place.entryId(), "no-sheets"))
                .toList();
        refuse("entries-without-sheets", without);
    }

    private static void refuse(String code, List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw ConflictException.naming(code, problems);
        }
    }
}
