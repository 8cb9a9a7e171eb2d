package org.lecturehalls.competitions;

import java.util.List;
import org.lecturehalls.competitions.EntryRef.Deducted;
import org.lecturehalls.competitions.audit.LogKind;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What officers decide about single entries: whether they take part, and what is taken off. All of it is logged. */
@Service
class Screening {

    private final Contests contests;
    private final ContestStore store;

    Screening(Contests contests, ContestStore store) {
        this.contests = contests;
        this.store = store;
    }

    /** Takes an entry out. Repeated, it changes the reason. */
    Mono<Contest> exclude(CurrentUser officer, String id, String entryId, String reason) {
        return change(officer, id, entryId, ContestPolicy.EXCLUDING, (contest, ref) -> {
            Unlogged record = record(officer, LogKind.EXCLUDED, "entry", entryId, "reason", reason);
            return changed(contest, ref.excluded(reason), record);
        });
    }

    /** Lets an entry take part after all, as long as judging has not started. */
    Mono<Contest> admit(CurrentUser officer, String id, String entryId, String reason) {
        return change(officer, id, entryId, ContestPolicy.ADMITTING, (contest, ref) -> {
            Unlogged record = record(officer, LogKind.ADMITTED, "entry", entryId, "reason", reason);
            return changed(contest, ref.excluded(null), record);
        });
    }

    /** Takes off what was announced for such a case, once. */
    Mono<Contest> deduct(CurrentUser officer, String id, String entryId, String deductionId, String reason) {
        return change(officer, id, entryId, ContestPolicy.EXCLUDING, (contest, ref) -> {
            DeductionRule rule = contest.plan().deduction(deductionId).orElseThrow(NotFoundException::new);
            if (ref.deduction(deductionId).isPresent()) {
                throw new ConflictException("already-deducted");
            }
            Deducted deducted = new Deducted(deductionId, rule.points(), reason, contests.now());
            Unlogged record = record(
                    officer,
                    LogKind.DEDUCTED,
                    "entry",
                    entryId,
                    "deduction",
                    deductionId,
                    "points",
                    rule.points().toPlainString(),
                    "reason",
                    reason);
            return changed(contest, ref.with(deducted), record);
        });
    }

    Mono<Contest> lift(CurrentUser officer, String id, String entryId, String deductionId, String reason) {
        return change(officer, id, entryId, ContestPolicy.EXCLUDING, (contest, ref) -> {
            if (ref.deduction(deductionId).isEmpty()) {
                throw new NotFoundException();
            }
            Unlogged record = record(
                    officer, LogKind.DEDUCTION_LIFTED, "entry", entryId, "deduction", deductionId, "reason", reason);
            return changed(contest, ref.withoutDeduction(deductionId), record);
        });
    }

    private Mono<Contest> change(
            CurrentUser officer, String id, String entryId, List<ContestPolicy> policies, Change change) {
        return contests.step(officer, id, policies, contest -> {
            EntryRef ref = contest.entry(entryId).orElseThrow(NotFoundException::new);
            return change.of(contest, ref);
        });
    }

    private Mono<Contest> changed(Contest contest, EntryRef changed, Unlogged record) {
        List<EntryRef> entries = EntryRef.replace(contest.entries(), changed.id(), old -> changed);
        return store.changeEntries(contest, entries, List.of(record));
    }

    private Unlogged record(CurrentUser officer, String kind, String... namesAndTexts) {
        return ResultRecords.of(officer, contests.now(), kind, namesAndTexts);
    }

    /** What becomes of a contest when something is decided about one of its entries. */
    private interface Change {
        Mono<Contest> of(Contest contest, EntryRef ref);
    }
}
