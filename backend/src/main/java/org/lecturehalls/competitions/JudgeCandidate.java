package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.Conflicts.Found;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.regions.RegionCode;

/**
 * Somebody who can be asked to judge a contest.
 *
 * @param barred why the person cannot judge it at all; null when nothing is in the way
 * @param conflicts which of its entries the person must not judge, by the reason, as far as the platform knows
 */
record JudgeCandidate(
        String id, String name, RegionCode region, @Nullable Bar barred, List<KnownConflict> conflicts) {

    /** Why somebody cannot judge a contest. */
    enum Bar {
        /** The person takes part in it. */
        ENTERED,
        /** The person who asks runs it. */
        RUNS_CONTEST
    }

    /** @param entries how many of the contest's entries it keeps the person from */
    @Schema(name = "KnownConflict")
    record KnownConflict(
            ConflictKind kind, @Schema(example = "3") int entries) {}

    static JudgeCandidate of(CurrentUser person, CurrentUser officer, Contest contest, Found found) {
        return new JudgeCandidate(
                person.id(),
                person.name(),
                person.region(),
                bar(person, officer, contest),
                conflicts(person, contest, found));
    }

    private static @Nullable Bar bar(CurrentUser person, CurrentUser officer, Contest contest) {
        if (person.id().equals(officer.id())) {
            return Bar.RUNS_CONTEST;
        }
        return contest.isEntrant(person.id()) ? Bar.ENTERED : null;
    }

    private static List<KnownConflict> conflicts(CurrentUser person, Contest contest, Found found) {
        Map<ConflictKind, Integer> counts = new EnumMap<>(ConflictKind.class);
        contest.entries()
                .forEach(ref -> found.between(ref, person.id()).forEach(kind -> counts.merge(kind, 1, Integer::sum)));
        return counts.entrySet().stream()
                .map(each -> new KnownConflict(each.getKey(), each.getValue()))
                .toList();
    }
}
