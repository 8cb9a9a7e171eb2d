package org.lecturehalls.competitions;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.ContestResult.Placed;
import org.lecturehalls.competitions.VoteStore.MinuteCount;
import org.lecturehalls.competitions.audit.LogKind;
import org.lecturehalls.competitions.audit.LogLine;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * The vote of the public. It is shown beside the ranking, from the publication of the result until the contest's own end of
 * voting; or, where the announced rule gives it a small part of the score, it is held between judging and publication.
 */
@Service
class Voting {

    /** So many votes for one entry in a minute are shown to the officer. */
    private static final int BURST = 10;

    private static final int MOST_BURSTS = 200;
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    private final Contests contests;
    private final ContestStore store;
    private final VoteStore votes;
    private final VotePace pace;

    Voting(Contests contests, ContestStore store, VoteStore votes, VotePace pace) {
        this.contests = contests;
        this.store = store;
        this.votes = votes;
        this.pace = pace;
    }

    /** Votes for an entry that was ranked, once on each day of the city. */
    Mono<Void> vote(CurrentUser user, String contestId, String entryId) {
        return votable(user, contestId)
                .doOnNext(contest -> pace.check(user.id()))
                .doOnNext(contest -> checkOpen(contest, contests.now()))
                .doOnNext(contest -> checkCandidate(contest, entryId))
                .flatMap(contest -> votes.insert(vote(user, contestId, entryId, contests.now())))
                .onErrorMap(DuplicateKeyException.class, e -> new ConflictException("voted-today"))
                .then();
    }

    private static PublicVote vote(CurrentUser user, String contestId, String entryId, Instant now) {
        // An id cannot be changed when the person is to be forgotten, so it does not name them.
        String person = LogLine.hash(contestId + ":" + user.id());
        String id = contestId + ":" + person + ":" + now.atZone(CITY).toLocalDate();
        return new PublicVote(id, contestId, entryId, user.id(), now, now.getEpochSecond() / 60, false);
    }

    private static void checkOpen(Contest contest, Instant now) {
        if (!contest.votesNow(now)) {
            throw new ConflictException("voting-closed");
        }
    }

    private static void checkCandidate(Contest contest, String entryId) {
        boolean candidate = contest.state().showsResult()
                ? places(contest).stream().anyMatch(place -> place.entryId().equals(entryId))
                : contest.takingPart().stream().anyMatch(ref -> ref.id().equals(entryId));
        if (!candidate) {
            throw new NotFoundException();
        }
    }

    private static List<Placed> places(Contest contest) {
        return Objects.requireNonNull(contest.result(), "published with its result")
                .places();
    }

    /** How many votes count, by entry; entries without any are there too. */
    Mono<Map<String, Long>> counts(String contestId) {
        return voted(null, contestId).zipWith(votes.counts(contestId), (contest, counts) -> {
            Map<String, Long> byEntry = new TreeMap<>();
            places(contest).forEach(place -> byEntry.put(place.entryId(), 0L));
            counts.forEach(count -> byEntry.replace(count.entryId(), count.votes()));
            return byEntry;
        });
    }

    private Mono<Contest> voted(@Nullable CurrentUser user, String contestId) {
        return contests.get(user, contestId)
                .filter(contest -> contest.state().showsResult())
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    private Mono<Contest> votable(CurrentUser user, String contestId) {
        return contests.get(user, contestId)
                .filter(contest -> contest.state().showsResult() || contest.votesBeforehand())
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /** Votes that count, by entry; entries without any are not there. */
    Mono<Map<String, Long>> valid(Contest contest) {
        return votes.counts(contest.id())
                .map(counts ->
                        counts.stream().collect(Collectors.toMap(VoteStore.Count::entryId, VoteStore.Count::votes)));
    }

    /** Minutes in which an entry got remarkably many votes. */
    Mono<List<MinuteCount>> bursts(CurrentUser officer, String contestId) {
        return contests.run(officer, contestId)
                .flatMap(contest -> votes.minutes(contestId, BURST, MOST_BURSTS))
                .map(List::copyOf);
    }

    /**
     * Voids the votes for an entry in some minutes. The log says first that it is done and why; should the backend stop
     * between the two, the officer sees the votes still there and repeats it.
     */
    Mono<Long> voidVotes(
            CurrentUser officer, String contestId, String entryId, Instant from, Instant to, String reason) {
        Unlogged record = ResultRecords.of(
                officer,
                contests.now(),
                LogKind.VOTES_VOIDED,
                "entry",
                entryId,
                "from",
                from.toString(),
                "to",
                to.toString(),
                "reason",
                reason);
        return contests.step(
                        officer,
                        contestId,
                        ContestPolicy.VOIDING,
                        contest -> store.changeEntries(contest, contest.entries(), List.of(record)))
                .then(votes.voidBetween(contestId, entryId, from.getEpochSecond() / 60, to.getEpochSecond() / 60));
    }
}
