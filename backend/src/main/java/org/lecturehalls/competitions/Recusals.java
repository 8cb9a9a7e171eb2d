package org.lecturehalls.competitions;

import java.util.ArrayList;
import java.util.List;
import org.lecturehalls.competitions.audit.LogKind;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Judges who do not judge an entry after all, and judges who come in their place. */
@Service
class Recusals {

    private final Contests contests;
    private final ContestStore store;
    private final SheetStore sheets;
    private final ContestLog log;
    private final Conflicts conflicts;

    Recusals(Contests contests, ContestStore store, SheetStore sheets, ContestLog log, Conflicts conflicts) {
        this.contests = contests;
        this.store = store;
        this.sheets = sheets;
        this.log = log;
        this.conflicts = conflicts;
    }

    /** A judge who recognises an entry says so and has no part in it any more. */
    Mono<Void> recuse(CurrentUser judge, String contestId, String entryId, String reason) {
        return Mono.defer(() -> contests.get(judge, contestId))
                .filter(contest -> judges(contest, entryId, judge.id()))
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .doOnNext(contest -> contests.check(ContestPolicy.WHILE_JUDGED, contest))
                .flatMap(contest ->
                        remove(judge, contest, entryId, judge.id(), reason).transform(LostRace.whenEmpty()))
                .retryWhen(LostRace.retry())
                .delayUntil(log::settle)
                .then(sheets.remove(entryId, judge.id()));
    }

    /** An officer takes a judge off an entry; a sheet that was submitted no longer counts. */
    Mono<Void> remove(CurrentUser officer, String contestId, String entryId, String judgeId, String reason) {
        return contests.step(officer, contestId, ContestPolicy.CHANGING_PANELS, contest -> {
                    if (!judges(contest, entryId, judgeId)) {
                        throw new NotFoundException();
                    }
                    return remove(officer, contest, entryId, judgeId, reason);
                })
                .then(sheets.remove(entryId, judgeId));
    }

    private static boolean judges(Contest contest, String entryId, String judgeId) {
        return contest.entry(entryId)
                .filter(ref -> ref.judgeIds().contains(judgeId))
                .isPresent();
    }

    private Mono<Contest> remove(CurrentUser actor, Contest contest, String entryId, String judgeId, String reason) {
        Unlogged record = ResultRecords.of(
                actor, contests.now(), LogKind.RECUSED, "entry", entryId, "judge", judgeId, "reason", reason);
        List<EntryRef> entries = EntryRef.replace(contest.entries(), entryId, ref -> ref.without(judgeId));
        return store.changeEntries(contest, entries, List.of(record));
    }

    /** Another judge of the contest for an entry, unless a conflict is in the way. */
    Mono<Void> add(CurrentUser officer, String contestId, String entryId, String judgeId, String reason) {
        return contests.step(
                        officer,
                        contestId,
                        ContestPolicy.CHANGING_PANELS,
                        contest -> conflicts.of(contest).flatMap(found -> {
                            check(contest, found, entryId, judgeId);
                            return add(officer, contest, entryId, judgeId, reason);
                        }))
                .filter(contest -> contest.state() == ContestState.JUDGING)
                .flatMap(sheets::layOut);
    }

    private static void check(Contest contest, Conflicts.Found found, String entryId, String judgeId) {
        EntryRef ref = contest.entry(entryId).filter(EntryRef::takesPart).orElseThrow(NotFoundException::new);
        if (!contest.isJudge(judgeId)) {
            throw new NotFoundException();
        }
        if (!found.between(ref, judgeId).isEmpty()) {
            throw new ConflictException("judge-has-conflict");
        }
        if (ref.judgeIds().contains(judgeId)) {
            throw new ConflictException("judges-already");
        }
    }

    private Mono<Contest> add(CurrentUser officer, Contest contest, String entryId, String judgeId, String reason) {
        Unlogged record = ResultRecords.of(
                officer, contests.now(), LogKind.JUDGE_ADDED, "entry", entryId, "judge", judgeId, "reason", reason);
        List<EntryRef> entries = EntryRef.replace(contest.entries(), entryId, ref -> {
            List<String> more = new ArrayList<>(ref.judgeIds());
            more.add(judgeId);
            return ref.judgedBy(more);
        });
        return store.changeEntries(contest, entries, List.of(record));
    }
}
