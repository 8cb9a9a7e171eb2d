package org.lecturehalls.competitions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.NotFoundException;
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
    private final ResultMaker results;
    private final MediaLibrary media;

    Judging(Contests contests, ContestStore store, SheetStore sheets, ResultMaker results, MediaLibrary media) {
        this.contests = contests;
        this.store = store;
        this.sheets = sheets;
        this.results = results;
        this.media = media;
    }

    /** Freezes the contest and gives every judge their sheets. Can be repeated, to finish an interrupted start. */
    Mono<Contest> start(CurrentUser officer, String id) {
        return contests.run(officer, id)
                .flatMap(contest -> contest.state() == ContestState.JUDGING ? Mono.just(contest) : freeze(officer, id))
                .delayUntil(sheets::layOut);
    }

    private Mono<Contest> freeze(CurrentUser officer, String id) {
        return contests.step(officer, id, ContestPolicy.START_JUDGING, this::freeze);
    }

    private Mono<Contest> freeze(Contest contest) {
        return notReady(contest)
                .doOnNext(problems -> refuse("media-not-ready", problems))
                .then(Mono.defer(() -> store.startJudging(contest, shuffled(contest.entries()))));
    }

    private Mono<List<FieldProblem>> notReady(Contest contest) {
        return Flux.fromIterable(contest.entries())
                .filterWhen(ref -> ready(ref).map(ready -> !ready), MEDIA_AT_A_TIME)
                .map(ref -> FieldProblem.of("entries." + ref.id(), "media-not-ready"))
                .collectList();
    }

    private Mono<Boolean> ready(EntryRef ref) {
        return media.get(ref.mediaAssetId())
                .map(asset -> asset.state() == MediaState.READY)
                .onErrorReturn(NotFoundException.class, false);
    }

    /** The order in which entries came would tell judges something; chance tells nothing. */
    private static List<EntryRef> shuffled(List<EntryRef> entries) {
        List<EntryRef> order = new ArrayList<>(entries);
        Collections.shuffle(order, ThreadLocalRandom.current());
        List<EntryRef> numbered = new ArrayList<>();
        order.forEach(ref -> numbered.add(ref.numbered(numbered.size() + 1)));
        return numbered;
    }

    /** Ends judging and makes the ranking public. Can be repeated. */
    Mono<Contest> publish(CurrentUser officer, String id) {
        return contests.run(officer, id)
                .flatMap(contest -> contest.state() == ContestState.PUBLISHED ? Mono.just(contest) : end(officer, id));
    }

    private Mono<Contest> end(CurrentUser officer, String id) {
        return contests.step(officer, id, ContestPolicy.PUBLISHING, this::end);
    }

    /**
     * First looks, then stops all writing, and ranks what stands then. Submitted sheets stay submitted, so what was
     * enough at the first look still is. Should the backend stop half way, judging is over and the step is repeated.
     */
    private Mono<Contest> end(Contest contest) {
        return results.make(contest)
                .doOnNext(Judging::checkSheets)
                .then(sheets.seal(contest.id()))
                .then(results.make(contest))
                .flatMap(result -> store.publish(contest, result));
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
