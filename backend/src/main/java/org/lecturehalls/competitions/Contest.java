package org.lecturehalls.competitions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A contest as it is stored. Whatever decides about a contest is in this one document, so that each rule is kept by the
 * condition of one write: see {@link ContestStore}.
 *
 * @param plan what its officer set up
 * @param region officers of this region run it, and lecturers inside it may enter
 * @param judges those who judge it
 * @param entries what takes part
 * @param entriesVersion counts changes of the entries; they do not count as changes of the version, which callers see
 *     and could count entries by
 * @param result the ranking as it was published; null before
 * @param version counts what officers changed, and is for officers only: who sees it grow learns of judges
 * @param announced counts what everybody may know of
 * @param promotedFrom rounds whose best were taken in
 * @param unlogged what is still to be moved to the log
 */
@Document("contests")
@CompoundIndex(def = "{'state': 1, '_id': -1}")
record Contest(
        @Id String id,
        ContestPlan plan,
        ContestState state,
        @Indexed RegionCode region,
        String createdBy,
        Instant createdAt,
        List<Judge> judges,
        List<EntryRef> entries,
        long entriesVersion,
        @Nullable ContestResult result,
        long version,
        long announced,
        List<String> promotedFrom,
        List<Unlogged> unlogged) {

    Contest {
        judges = List.copyOf(judges);
        entries = List.copyOf(entries);
        promotedFrom = List.copyOf(promotedFrom);
        unlogged = List.copyOf(unlogged);
    }

    static Contest draft(String id, ContestPlan plan, CurrentUser officer, Instant now) {
        return new Contest(
                id,
                plan,
                ContestState.DRAFT,
                officer.region(),
                officer.id(),
                now,
                List.of(),
                List.of(),
                0,
                null,
                0,
                0,
                List.of(),
                List.of());
    }

    boolean isJudge(String userId) {
        return judges.stream().anyMatch(judge -> judge.id().equals(userId));
    }

    boolean isEntrant(String userId) {
        return entries.stream().anyMatch(entry -> entry.isBy(userId));
    }

    Optional<EntryRef> entry(String entryId) {
        return entries.stream().filter(entry -> entry.id().equals(entryId)).findFirst();
    }

    List<EntryRef> entriesOf(String userId) {
        return entries.stream().filter(entry -> entry.isBy(userId)).toList();
    }

    /** Whether the vote of the public has a part of the score. */
    boolean countsVotes() {
        return plan.ranking().votePercent() != null;
    }

    /** Whether the public votes before the result is published, when all judges are done. */
    boolean votesBeforehand() {
        return countsVotes() && state == ContestState.DELIBERATION;
    }

    boolean votesNow(Instant now) {
        Instant end = plan.votingEndsAt();
        boolean may = countsVotes() ? votesBeforehand() : state.showsResult();
        return may && end != null && now.isBefore(end);
    }

    /** What is judged: all that was not excluded. */
    List<EntryRef> takingPart() {
        return entries.stream().filter(EntryRef::takesPart).toList();
    }
}
