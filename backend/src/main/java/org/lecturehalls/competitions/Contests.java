package org.lecturehalls.competitions;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.PeopleDirectory;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.Idempotency;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finding contests, and setting them up. */
@Service
class Contests {

    private final ContestStore store;
    private final ContestLog log;
    private final PeopleDirectory people;
    private final Idempotency idempotency;
    private final Clock clock;

    Contests(ContestStore store, ContestLog log, PeopleDirectory people, Idempotency idempotency, Clock clock) {
        this.store = store;
        this.log = log;
        this.people = people;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    Mono<Page<Contest>> visibleTo(@Nullable CurrentUser user, PageQuery page) {
        return store.visibleTo(user, page);
    }

    /** Fails with {@link NotFoundException} for whoever may not know of the contest. */
    Mono<Contest> get(@Nullable CurrentUser user, String id) {
        return store.find(id)
                .filter(contest -> Standing.of(user, contest).sees(contest))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /** As {@link #get}; fails with {@link NotAllowedException} for whoever sees the contest and does not run it. */
    Mono<Contest> run(CurrentUser officer, String id) {
        return get(officer, id).doOnNext(contest -> checkOfficer(officer, contest));
    }

    private static void checkOfficer(CurrentUser user, Contest contest) {
        if (Standing.of(user, contest) != Standing.OFFICER) {
            throw new NotAllowedException();
        }
    }

    Mono<Contest> create(CurrentUser officer, ContestPlan plan, @Nullable String key) {
        return idempotency
                .once(officer.id(), "contests", key, () -> insert(officer, plan))
                .flatMap(store::find);
    }

    private Mono<String> insert(CurrentUser officer, ContestPlan plan) {
        return store.insert(Contest.draft(Ids.next(), plan, officer, now())).map(Contest::id);
    }

    Mono<Contest> edit(CurrentUser officer, String id, @Nullable String ifMatch, ContestPlan plan) {
        return step(officer, id, ContestPolicy.EDITING, contest -> {
            Etags.check(ifMatch, contest.version());
            return store.edit(contest, plan);
        });
    }

    /**
     * Seats judges; who was to judge what is decided anew.
     *
     * @return fails with {@link InvalidInputException} for those who are no judges within the officer's reach, unless they
     *     have a seat already
     */
    Mono<Contest> seatJudges(CurrentUser officer, String id, @Nullable String ifMatch, List<Judge> judges) {
        return step(officer, id, ContestPolicy.SEATING_JUDGES, contest -> {
            Etags.check(ifMatch, contest.version());
            checkSeats(officer, contest, judges);
            List<EntryRef> unassigned = contest.entries().stream()
                    .map(ref -> ref.judgedBy(List.of()))
                    .toList();
            return checkReach(officer, contest, judges)
                    .then(Mono.defer(() -> store.seatJudges(contest, judges, unassigned)));
        });
    }

    private Mono<Void> checkReach(CurrentUser officer, Contest contest, List<Judge> judges) {
        List<String> ids = judges.stream().map(Judge::id).toList();
        return people.within(officer.region(), Role.JUDGE, ids)
                .concatWith(Flux.fromStream(() -> contest.judges().stream().map(Judge::id)))
                .collect(Collectors.toSet())
                .doOnNext(known -> checkKnown(ids, known))
                .then();
    }

    private static void checkKnown(List<String> ids, Set<String> known) {
        List<FieldProblem> unknown = IntStream.range(0, ids.size())
                .filter(i -> !known.contains(ids.get(i)))
                .mapToObj(i -> FieldProblem.of("judges[" + i + "].id", "no-judge-candidate"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidInputException(unknown);
        }
    }

    private static void checkSeats(CurrentUser officer, Contest contest, List<Judge> judges) {
        for (Judge judge : judges) {
            if (judge.id().equals(officer.id())) {
                throw new ConflictException("judge-runs-contest", judge.name());
            }
            if (contest.isEntrant(judge.id())) {
                throw new ConflictException("judge-is-entrant", judge.name());
            }
        }
    }

    /** Takes a step of an officer; when somebody else writes at the same time, decides again on what they wrote. */
    Mono<Contest> step(
            CurrentUser officer, String id, List<ContestPolicy> policies, Function<Contest, Mono<Contest>> write) {
        return Mono.defer(() -> run(officer, id))
                .doOnNext(contest -> check(policies, contest))
                .flatMap(contest -> write.apply(contest).transform(LostRace.whenEmpty()))
                .retryWhen(LostRace.retry())
                .delayUntil(log::settle);
    }

    void check(List<ContestPolicy> policies, Contest contest) {
        ContestPolicy.reject(policies, contest, clock.instant()).ifPresent(Contests::refuse);
    }

    private static void refuse(String code) {
        throw new ConflictException(code);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
