package org.lecturehalls.competitions;

import org.lecturehalls.competitions.SheetStore.SheetText;
import org.lecturehalls.competitions.audit.LogKind;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** A judge's own score sheets. */
@Service
class Sheets {

    private final Contests contests;
    private final SheetStore store;
    private final ContestLog log;

    Sheets(Contests contests, SheetStore store, ContestLog log) {
        this.contests = contests;
        this.store = store;
        this.log = log;
    }

    /** Fails with {@link NotFoundException} for whoever has no such sheet. */
    Mono<JudgingSheet> get(CurrentUser judge, String contestId, String entryId) {
        return store.find(entryId, judge.id())
                .filter(sheet -> sheet.contestId().equals(contestId))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /** Saves what was typed, complete or not; every score that is there must be on its scale. */
    Mono<JudgingSheet> save(CurrentUser judge, String contestId, String entryId, SheetText text) {
        return get(judge, contestId, entryId)
                .delayUntil(sheet -> plan(judge, contestId).doOnNext(plan -> ScoreChecks.check(plan, text.scores())))
                .flatMap(sheet -> store.write(sheet.id(), text, contests.now())
                        .switchIfEmpty(Mono.defer(() -> refuse(judge, sheet))));
    }

    /** Submits the sheet for good; a repeat answers the same sheet. */
    Mono<JudgingSheet> submit(CurrentUser judge, String contestId, String entryId) {
        return Mono.defer(() -> get(judge, contestId, entryId))
                .flatMap(sheet -> sheet.state() == SheetState.SUBMITTED ? Mono.just(sheet) : submit(judge, sheet))
                .retryWhen(LostRace.retry());
    }

    private Mono<JudgingSheet> submit(CurrentUser judge, JudgingSheet sheet) {
        if (!sheet.open()) {
            return Mono.error(new ConflictException("judging-closed"));
        }
        return plan(judge, sheet.contestId())
                .doOnNext(plan -> ScoreChecks.checkComplete(plan, sheet))
                .flatMap(plan -> submitAsRead(judge, sheet));
    }

    private Mono<JudgingSheet> submitAsRead(CurrentUser judge, JudgingSheet sheet) {
        Unlogged record = ResultRecords.submitted(judge, sheet, false, contests.now());
        return store.submit(sheet, contests.now(), record)
                .transform(LostRace.whenEmpty())
                .delayUntil(log::settle);
    }

    /** Gives a submitted sheet back to its judge; the officer says why, and the judge reads it. */
    Mono<JudgingSheet> reopen(CurrentUser officer, String contestId, String entryId, String judgeId, String reason) {
        Unlogged record = ResultRecords.of(
                officer, contests.now(), LogKind.SHEET_REOPENED, "entry", entryId, "judge", judgeId, "reason", reason);
        return contests.run(officer, contestId)
                .doOnNext(contest -> contests.check(ContestPolicy.WHILE_JUDGED, contest))
                .flatMap(contest -> store.find(entryId, judgeId))
                .filter(sheet -> sheet.contestId().equals(contestId))
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .flatMap(sheet -> store.reopen(sheet.id(), reason, record))
                .switchIfEmpty(Mono.error(() -> new ConflictException("sheet-not-submitted")))
                .delayUntil(log::settle);
    }

    private Mono<ContestPlan> plan(CurrentUser judge, String contestId) {
        return contests.get(judge, contestId).map(Contest::plan);
    }

    private Mono<JudgingSheet> refuse(CurrentUser judge, JudgingSheet sheet) {
        return get(judge, sheet.contestId(), sheet.entryId())
                .map(present -> present.state() == SheetState.SUBMITTED ? "sheet-submitted" : "judging-closed")
                .flatMap(code -> Mono.error(new ConflictException(code)));
    }
}
