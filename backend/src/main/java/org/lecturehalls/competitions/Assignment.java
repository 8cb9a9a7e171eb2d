package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lecturehalls.competitions.Conflicts.Found;
import org.lecturehalls.competitions.panel.Panels;

/**
 * How the entries are spread over the judges, for the officer.
 *
 * @param judges with how many entries each has
 * @param shortfalls entries with fewer judges than wanted, and whom a conflict keeps from each
 * @param connected whether every judge can be compared with every other over entries that they share
 * @param groups of judges who can be compared with each other; one when all can
 * @param unknownJudges of whom the platform knows no region yet, so that a conflict may have been missed
 */
record Assignment(
        List<Load> judges,
        List<Shortfall> shortfalls,
        boolean connected,
        List<List<String>> groups,
        List<String> unknownJudges) {

    /** How much a judge has to do. */
    @Schema(name = "JudgeLoad")
    record Load(String judgeId, String name, int entries) {}

    /** An entry with fewer judges than wanted. */
    @Schema(name = "JudgeShortfall")
    record Shortfall(String entryId, int wanted, int given, List<ConflictView> conflicts) {}

    /** Who must not judge an entry, and why. */
    @Schema(name = "JudgeConflict")
    record ConflictView(String entryId, String judgeId, List<ConflictKind> kinds) {}

    static Assignment of(Contest contest, Found found) {
        Map<String, Integer> loads = new LinkedHashMap<>();
        contest.judges().forEach(judge -> loads.put(judge.id(), 0));
        contest.takingPart().forEach(ref -> ref.judgeIds().forEach(judge -> loads.merge(judge, 1, Integer::sum)));
        List<Load> judges = contest.judges().stream()
                .map(judge -> new Load(judge.id(), judge.name(), loads.getOrDefault(judge.id(), 0)))
                .toList();
        List<List<String>> groups = Panels.groups(
                contest.takingPart().stream().map(EntryRef::judgeIds).toList());
        return new Assignment(judges, shortfalls(contest, found), groups.size() <= 1, groups, found.unknown());
    }

    private static List<Shortfall> shortfalls(Contest contest, Found found) {
        int perEntry = contest.plan().judgesPerEntry();
        int wanted = perEntry == 0 ? contest.judges().size() : perEntry;
        return contest.takingPart().stream()
                .filter(ref -> ref.judgeIds().size() < wanted)
                .map(ref -> new Shortfall(ref.id(), wanted, ref.judgeIds().size(), conflicts(ref, found)))
                .toList();
    }

    /** All conflicts of an entry. */
    static List<ConflictView> conflicts(EntryRef ref, Found found) {
        List<ConflictView> views = new ArrayList<>();
        found.byEntry()
                .getOrDefault(ref.id(), Map.of())
                .forEach((judge, kinds) -> views.add(new ConflictView(ref.id(), judge, kinds)));
        return views;
    }
}
