package org.lecturehalls.competitions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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

    /**
     * With a certificate for each award. One that was revoked stays so, also when the result is published anew, and
     * whatever the entry wins then.
     *
     * @param before what was published of the contest before; null when nothing was
     */
    ContestResult certified(@Nullable ContestResult before) {
        Map<String, Placed> revoked = before == null
                ? Map.of()
                : before.places.stream()
                        .filter(place -> place.revoked != null)
                        .collect(Collectors.toMap(Placed::entryId, Function.identity()));
        UnaryOperator<Placed> certify = place -> place.certified(revoked.get(place.entryId()));
        return new ContestResult(at, places.stream().map(certify).toList(), votes);
    }

    /** With the certificate of one entry revoked. */
    ContestResult revoked(String entryId, Revocation revocation) {
        UnaryOperator<Placed> revoke = place -> place.entryId().equals(entryId) ? place.revoked(revocation) : place;
        return new ContestResult(at, places.stream().map(revoke).toList(), votes);
    }

    /** Since when, and why, a certificate is good no more. */
    record Revocation(Instant at, String reason) {}

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
     * @param certificate the code on the certificate; null before publication, and without an award unless it was revoked
     * @param revoked null while the certificate is good, and where there never was one
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
            @Nullable String certificate,
            @Nullable Revocation revoked) {

        Placed {
            coPresenters = List.copyOf(coPresenters);
        }

        Placed awarded(@Nullable String tier) {
            return copy(tier, null, null);
        }

        Placed certified(@Nullable Placed revokedBefore) {
            return revokedBefore == null
                    ? copy(award, award == null ? null : Ids.next(), null)
                    : copy(award, revokedBefore.certificate, revokedBefore.revoked);
        }

        Placed revoked(Revocation revocation) {
            return copy(award, certificate, revocation);
        }

        /** The revocation of the award that the entry has; null when it has none. */
        @Nullable
        Revocation revokedAward() {
            return award == null ? null : revoked;
        }

        @Nullable
        Instant revokedAt() {
            Revocation taken = revokedAward();
            return taken == null ? null : taken.at();
        }

        /** Whether the entry has won something that was not taken back. */
        boolean holdsAward() {
            return award != null && revoked == null;
        }

        private Placed copy(@Nullable String tier, @Nullable String code, @Nullable Revocation revocation) {
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
                    code,
                    revocation);
        }
    }
}
