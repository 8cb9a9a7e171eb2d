package org.lecturehalls.competitions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One thing that must hold before a step is taken. */
@FunctionalInterface
interface ContestPolicy {

    List<ContestPolicy> EDITING = List.of(in(ContestState.DRAFT));
    List<ContestPolicy> SEATING_JUDGES = List.of(in(ContestState.DRAFT, ContestState.OPEN));
    List<ContestPolicy> OPENING = List.of(in(ContestState.DRAFT), beforeClosing());
    List<ContestPolicy> ENTERING = List.of(in(ContestState.OPEN), afterOpening(), beforeClosing());
    List<ContestPolicy> WITHDRAWING = List.of(in(ContestState.OPEN));
    List<ContestPolicy> START_JUDGING = List.of(
            in(ContestState.OPEN),
            afterClosing(),
            needs(contest -> !contest.judges().isEmpty(), "no-judges"),
            needs(contest -> !contest.entries().isEmpty(), "no-entries"));
    List<ContestPolicy> PUBLISHING = List.of(in(ContestState.JUDGING));

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

    /** Nobody's entry is cut off by an officer in a hurry. */
    private static ContestPolicy afterClosing() {
        return (contest, now) ->
                now.isBefore(contest.plan().closesAt()) ? Optional.of("contest-still-open") : Optional.empty();
    }
}
