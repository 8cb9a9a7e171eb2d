package org.lecturehalls.competitions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds who must not judge what. */
@Component
class Conflicts {

    private final Affiliations affiliations;
    private final ContestStore store;

    Conflicts(Affiliations affiliations, ContestStore store) {
        this.affiliations = affiliations;
        this.store = store;
    }

    /**
     * All that is known of a contest.
     *
     * @param byEntry kinds of conflict by judge, for each entry that has any
     * @param unknown judges of whom the platform knows no region, so that nothing can be found out about them
     */
    record Found(Map<String, Map<String, List<ConflictKind>>> byEntry, List<String> unknown) {

        Set<String> barred(EntryRef ref) {
            return byEntry.getOrDefault(ref.id(), Map.of()).keySet();
        }

        List<ConflictKind> between(EntryRef ref, String judgeId) {
            return byEntry.getOrDefault(ref.id(), Map.of()).getOrDefault(judgeId, List.of());
        }
    }

    Mono<Found> of(Contest contest) {
        return of(contest, contest.judges());
    }

    /** As if these judged the contest. */
    Mono<Found> of(Contest contest, List<Judge> judges) {
        Set<String> everybody = new HashSet<>();
        judges.forEach(judge -> everybody.add(judge.id()));
        contest.entries().forEach(ref -> everybody.addAll(ref.people()));
        return Mono.zip(
                affiliations.of(everybody),
                partners(judges.stream().map(Judge::id).toList()),
                (known, partners) -> new Search(contest, judges, known, partners).found());
    }

    /** With whom each judge has presented in any contest. */
    private Mono<Map<String, Set<String>>> partners(List<String> judges) {
        return store.entriesWith(judges).collectList().map(refs -> partners(judges, refs));
    }

    private static Map<String, Set<String>> partners(List<String> judges, List<EntryRef> refs) {
        Map<String, Set<String>> partners = new HashMap<>();
        for (EntryRef ref : refs) {
            judges.stream()
                    .filter(ref::isBy)
                    .forEach(judge -> partners.computeIfAbsent(judge, j -> new HashSet<>())
                            .addAll(ref.people()));
        }
        return partners;
    }

    private record Search(
            Contest contest, List<Judge> judges, Map<String, Affiliation> known, Map<String, Set<String>> partners) {

        Found found() {
            Map<String, Map<String, List<ConflictKind>>> byEntry = new HashMap<>();
            for (EntryRef ref : contest.entries()) {
                Map<String, List<ConflictKind>> ofEntry = new LinkedHashMap<>();
                for (Judge judge : judges) {
                    List<ConflictKind> kinds = between(judge, ref);
                    if (!kinds.isEmpty()) {
                        ofEntry.put(judge.id(), kinds);
                    }
                }
                byEntry.put(ref.id(), ofEntry);
            }
            return new Found(byEntry, unknown());
        }

        private List<String> unknown() {
            return judges.stream()
                    .map(Judge::id)
                    .filter(id -> affiliation(id).isUnknown())
                    .toList();
        }

        private List<ConflictKind> between(Judge judge, EntryRef ref) {
            Affiliation own = affiliation(judge.id());
            List<Affiliation> theirs =
                    ref.people().stream().map(this::affiliation).toList();
            List<ConflictKind> kinds = new ArrayList<>();
            if (judge.conflictsWith().stream().anyMatch(ref::isBy)
                    || ref.recused().contains(judge.id())) {
                kinds.add(ConflictKind.DECLARED);
            }
            if (theirs.stream().anyMatch(own::sameHall)) {
                kinds.add(ConflictKind.SAME_HALL);
            }
            if (theirs.stream().anyMatch(own::sameTeam)) {
                kinds.add(ConflictKind.SAME_TEAM);
            }
            boolean neighbours = theirs.stream().anyMatch(each -> own.sameCounty(each.region(), contest.region()));
            if (neighbours || own.sameCounty(ref.region().value(), contest.region())) {
                kinds.add(ConflictKind.SAME_COUNTY);
            }
            Set<String> together = partners.getOrDefault(judge.id(), Set.of());
            if (ref.people().stream().anyMatch(together::contains)) {
                kinds.add(ConflictKind.CO_PRESENTER);
            }
            return kinds;
        }

        private Affiliation affiliation(String userId) {
            return Objects.requireNonNull(known.get(userId), "everybody was asked for");
        }
    }
}
