package org.lecturehalls.competitions;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.audit.LogKind;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The steps of a contest that change no score: opening, screening, putting the closing off, archiving, going back. */
@Service
class Lifecycle {

    private final Contests contests;
    private final ContestStore store;
    private final SheetStore sheets;

    Lifecycle(Contests contests, ContestStore store, SheetStore sheets) {
        this.contests = contests;
        this.store = store;
        this.sheets = sheets;
    }

    Mono<Contest> open(CurrentUser officer, String id) {
        return go(officer, id, ContestPolicy.OPENING, ContestState.OPEN);
    }

    Mono<Contest> screen(CurrentUser officer, String id) {
        return go(officer, id, ContestPolicy.SCREEN, ContestState.SCREENING);
    }

    Mono<Contest> archive(CurrentUser officer, String id) {
        return go(officer, id, ContestPolicy.ARCHIVING, ContestState.ARCHIVED);
    }

    private Mono<Contest> go(CurrentUser officer, String id, List<ContestPolicy> policies, ContestState next) {
        return contests.step(
                officer,
                id,
                policies,
                contest -> store.go(contest, next, new Update(), state(officer, contest, next, null)));
    }

    /** Puts the closing off; sooner than announced a contest never closes. */
    Mono<Contest> extend(CurrentUser officer, String id, Instant closesAt, String reason) {
        Instant closes = closesAt.truncatedTo(ChronoUnit.MILLIS);
        return contests.step(officer, id, ContestPolicy.EXTENDING, contest -> {
            if (!closes.isAfter(contest.plan().closesAt())) {
                throw new InvalidInputException(List.of(FieldProblem.of("closesAt", "before-closing")));
            }
            Map<String, String> data = Map.of("closesAt", closes.toString(), "reason", reason);
            return store.extend(contest, closes, Unlogged.of(officer, contests.now(), LogKind.EXTENDED, sorted(data)));
        });
    }

    /** Goes one state back, for a reason that is logged. Judging that has brought a score cannot be undone. */
    Mono<Contest> revert(CurrentUser officer, String id, String reason) {
        return contests.step(officer, id, ContestPolicy.REVERTING, contest -> revert(officer, contest, reason));
    }

    private Mono<Contest> revert(CurrentUser officer, Contest contest, String reason) {
        ContestState previous = contest.state().before().orElseThrow();
        Unlogged record = state(officer, contest, previous, reason);
        Mono<Contest> back = Mono.defer(() -> store.go(contest, previous, new Update(), record));
        return switch (contest.state()) {
            case JUDGING -> endJudging(contest).then(back).delayUntil(done -> sheets.dropDrafts(done.id()));
            case DELIBERATION -> back.delayUntil(done -> sheets.unseal(done.id()));
            default -> back;
        };
    }

    /** No judge can submit between the look and the step. */
    private Mono<Void> endJudging(Contest contest) {
        return sheets.seal(contest.id())
                .thenMany(sheets.submitted(contest.id()))
                .hasElements()
                .flatMap(any -> any
                        ? sheets.unseal(contest.id())
                                .then(Mono.error(() -> new ConflictException("sheets-were-submitted")))
                        : Mono.empty());
    }

    static Unlogged state(
            CurrentUser officer, Contest contest, ContestState next, @Nullable String reason, Instant now) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("from", contest.state().name());
        data.put("to", next.name());
        if (reason != null) {
            data.put("reason", reason);
        }
        return Unlogged.of(officer, now, LogKind.STATE, data);
    }

    private Unlogged state(CurrentUser officer, Contest contest, ContestState next, @Nullable String reason) {
        return state(officer, contest, next, reason, contests.now());
    }

    private static Map<String, String> sorted(Map<String, String> data) {
        return new TreeMap<>(data);
    }
}
