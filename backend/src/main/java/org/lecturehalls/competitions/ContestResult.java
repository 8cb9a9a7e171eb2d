package org.lecturehalls.competitions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.regions.RegionCode;

/**
 * A ranking with all that is shown of it. Decimals are text.
 *
 * @param at when it was made
 * @param votes what the public voted, by entry, where that has a part of the score
 * @param places by rank; entries that share a rank are in the order of their numbers
 */
record ContestResult(
        Instant at, List<Placed> places, @Nullable Map<String, Long> votes) {

    ContestResult {
        places = List.copyOf(places);
    }

    /** With a certificate for each award. */
    ContestResult certified() {
        return new ContestResult(at, places.stream().map(Placed::certified).toList(), votes);
    }

    /**
     * An entry's place.
     *
     * @param rank null when the entry has no score
     * @param score null when the entry has no score
     * @param sheets how many judges have submitted theirs
     * @param note what a reader should know, as a code; null when there is nothing
     * @param category empty when the contest has none
     * @param region the lead's
     * @param award the tier; null when there is none
     * @param certificate the code on the certificate; null without an award, and before publication
     * @param decidedBy the tie-break that put the entry apart from another of equal score; null when none had to
     */
    record Placed(
            @Nullable Integer rank,
            String entryId,
            int number,
            String title,
            String entrantName,
            @Nullable String score,
            int sheets,
            @Nullable String note,
            String category,
            RegionCode region,
            List<String> coPresenters,
            @Nullable String decidedBy,
            @Nullable String award,
            @Nullable String certificate) {

        Placed {
            coPresenters = List.copyOf(coPresenters);
        }

        Placed awarded(@Nullable String tier) {
            return copy(tier, null);
        }

        Placed certified() {
            return copy(award, award == null ? null : Ids.next());
        }

        private Placed copy(@Nullable String tier, @Nullable String code) {
            return new Placed(
                    rank,
                    entryId,
                    number,
                    title,
                    entrantName,
                    score,
                    sheets,
                    note,
                    category,
                    region,
                    coPresenters,
                    decidedBy,
                    tier,
                    code);
        }
    }
}
