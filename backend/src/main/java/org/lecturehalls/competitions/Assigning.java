package org.lecturehalls.competitions;

import java.util.List;
import java.util.Set;
import org.lecturehalls.competitions.Assignment.ConflictView;
import org.lecturehalls.competitions.Conflicts.Found;
import org.lecturehalls.competitions.panel.JudgeAssignment;
import org.lecturehalls.competitions.panel.PanelEntry;
import org.lecturehalls.competitions.panel.PanelJudge;
import org.lecturehalls.competitions.panel.Panels;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Says who judges what. Nobody is ever given an entry that they must not judge. */
@Service
class Assigning {

    private final Contests contests;
    private final ContestStore store;
    private final Conflicts conflicts;

    Assigning(Contests contests, ContestStore store, Conflicts conflicts) {
        this.contests = contests;
        this.store = store;
        this.conflicts = conflicts;
    }

    /** Assigns anew, which an officer can look at before judging starts. */
    Mono<Assignment> assign(CurrentUser officer, String id) {
        return contests.step(officer, id, ContestPolicy.ASSIGNING, this::assignNow)
                .flatMap(this::look);
    }

    private Mono<Contest> assignNow(Contest contest) {
        if (contest.judges().isEmpty()) {
            throw new ConflictException("no-judges");
        }
        return conflicts
                .of(contest)
                .publishOn(Schedulers.parallel())
                .map(found -> assigned(contest, found))
                .flatMap(entries -> store.changeEntries(contest, entries, List.of()));
    }

    Mono<Assignment> get(CurrentUser officer, String id) {
        return contests.run(officer, id).flatMap(this::look);
    }

    private Mono<Assignment> look(Contest contest) {
        return conflicts.of(contest).map(found -> Assignment.of(contest, found));
    }

    Mono<List<ConflictView>> conflicts(CurrentUser officer, String id, String entryId) {
        return contests.run(officer, id).flatMap(contest -> {
            EntryRef ref = contest.entry(entryId).orElseThrow(NotFoundException::new);
            return conflicts.of(contest).map(found -> Assignment.conflicts(ref, found));
        });
    }

    /** The entries with their judges; what an officer has assigned stays. */
    Mono<List<EntryRef>> assigned(Contest contest) {
        boolean done =
                contest.takingPart().stream().anyMatch(ref -> !ref.judgeIds().isEmpty());
        return done
                ? Mono.just(contest.entries())
                : conflicts.of(contest).publishOn(Schedulers.parallel()).map(found -> assigned(contest, found));
    }

    private static List<EntryRef> assigned(Contest contest, Found found) {
        return contest.plan().judgesPerEntry() == 0 ? everybody(contest, found) : panels(contest, found);
    }

    private static List<EntryRef> everybody(Contest contest, Found found) {
        return contest.entries().stream()
                .map(ref -> ref.judgedBy(ref.takesPart() ? others(contest, found.barred(ref)) : List.of()))
                .toList();
    }

    private static List<String> others(Contest contest, Set<String> barred) {
        return contest.judges().stream()
                .map(Judge::id)
                .filter(judge -> !barred.contains(judge))
                .toList();
    }

    private static List<EntryRef> panels(Contest contest, Found found) {
        List<PanelJudge> judges = contest.judges().stream()
                .map(judge -> new PanelJudge(judge.id(), Set.copyOf(judge.expertise())))
                .toList();
        List<PanelEntry> entries = contest.takingPart().stream()
                .map(ref -> new PanelEntry(ref.id(), ref.category(), found.barred(ref)))
                .toList();
        Panels panels = JudgeAssignment.of(judges, entries, contest.plan().judgesPerEntry());
        return contest.entries().stream()
                .map(ref -> ref.judgedBy(panels.judges().getOrDefault(ref.id(), List.of())))
                .toList();
    }
}
