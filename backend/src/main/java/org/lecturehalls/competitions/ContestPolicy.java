package org.lecturehalls.competitions;

import static org.lecturehalls.competitions.ContestState.ARCHIVED;
import static org.lecturehalls.competitions.ContestState.DELIBERATION;
import static org.lecturehalls.competitions.ContestState.DRAFT;
import static org.lecturehalls.competitions.ContestState.JUDGING;
import static org.lecturehalls.competitions.ContestState.OPEN;
import static org.lecturehalls.competitions.ContestState.PUBLISHED;
import static org.lecturehalls.competitions.ContestState.SCREENING;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One thing that must hold before a step is taken. */
@FunctionalInterface
interface ContestPolicy {

    List<ContestPolicy> EDITING = List.of(in(DRAFT));
    List<ContestPolicy> SEATING_JUDGES = List.of(in(DRAFT, OPEN, SCREENING));
    List<ContestPolicy> OPENING = List.of(in(DRAFT), beforeClosing());
    List<ContestPolicy> ENTERING = List.of(in(OPEN), afterOpening(), beforeClosing());
    List<ContestPolicy> ENTERING_LATE = List.of(in(OPEN), afterOpening(), beforeEndOfGrace());
    List<ContestPolicy> EXTENDING = List.of(in(OPEN));
    List<ContestPolicy> WITHDRAWING = List.of(in(OPEN));
    List<ContestPolicy> SCREEN = List.of(in(OPEN), afterClosing());
    List<ContestPolicy> ADMITTING = List.of(in(SCREENING));
    List<ContestPolicy> EXCLUDING = List.of(in(SCREENING, JUDGING, DELIBERATION));
    List<ContestPolicy> ANNOTATING = List.of(in(OPEN, SCREENING, JUDGING));
    List<ContestPolicy> ASSIGNING = List.of(in(SCREENING));
    List<ContestPolicy> PROMOTING = List.of(in(OPEN, SCREENING));
    List<ContestPolicy> CHANGING_PANELS = List.of(in(SCREENING, JUDGING));
    List<ContestPolicy> JUDGED = List.of(in(JUDGING, DELIBERATION, PUBLISHED, ARCHIVED));
    List<ContestPolicy> WHILE_JUDGED = List.of(in(JUDGING));
    List<ContestPolicy> START_JUDGING = List.of(
            in(OPEN, SCREENING),
            afterClosing(),
            needs(contest -> !contest.judges().isEmpty(), "no-judges"),
            needs(contest -> !contest.takingPart().isEmpty(), "no-entries"));
    List<ContestPolicy> DELIBERATE = List.of(in(JUDGING));
    List<ContestPolicy> PUBLISHING = List.of(in(JUDGING, DELIBERATION), afterVoting());
    List<ContestPolicy> ARCHIVING = List.of(in(PUBLISHED));
    /** Votes that count are looked through before the result is published, others afterwards. */
    List<ContestPolicy> VOIDING = List.of(needs(
            contest -> contest.countsVotes()
                    ? contest.votesBeforehand()
                    : contest.state().showsResult(),
            "wrong-contest-state"));

    List<ContestPolicy> RESULTS = List.of(needs(contest -> contest.state().showsResult(), "wrong-contest-state"));

    /** Nobody's entry, and no score, is lost by a step back. */
    List<ContestPolicy> REVERTING = List.of(
            needs(contest -> contest.state() != DRAFT, "wrong-contest-state"),
            needs(contest -> contest.state() != OPEN || contest.entries().isEmpty(), "contest-has-entries"));

    /** The code of what is in the way, or nothing. */
    Optional<String> reject(Contest contest, Instant now);

    /** The first thing that is in the way, or nothing. */
    static Optional<String> reject(List<ContestPolicy> policies, Contest contest, Instant now) {
        return policies.stream()
                .flatMap(policy -> policy.reject(contest, now).stream())
                .findFirst();
    }

    private static ContestPolicy in(ContestState... states) {
        return needs(contest -> List.of(states).contains(contest.state()), "wrong-contest-state");
    }

    private static ContestPolicy needs(Predicate<Contest> condition, String code) {
        return (contest, now) -> condition.test(contest) ? Optional.empty() : Optional.of(code);
    }

    private static ContestPolicy afterOpening() {
        return (contest, now) ->
                now.isBefore(contest.plan().opensAt()) ? Optional.of("contest-not-open-yet") : Optional.empty();
    }

    private static ContestPolicy beforeClosing() {
        return (contest, now) ->
                now.isBefore(contest.plan().closesAt()) ? Optional.empty() : Optional.of("contest-closed");
    }

    private static ContestPolicy beforeEndOfGrace() {
        return (contest, now) -> now.isBefore(
                        contest.plan().closesAt().plus(contest.plan().terms().grace()))
                ? Optional.empty()
                : Optional.of("contest-closed");
    }

    private static ContestPolicy afterVoting() {
        return (contest, now) -> contest.countsVotes() && (!contest.votesBeforehand() || contest.votesNow(now))
                ? Optional.of("voting-not-over")
                : Optional.empty();
    }

    /** Nobody's entry is cut off by an officer in a hurry. */
    private static ContestPolicy afterClosing() {
        return (contest, now) -> beforeEndOfGrace().reject(contest, now).isPresent()
                ? Optional.empty()
                : Optional.of("contest-still-open");
    }
}
