package org.lecturehalls.sessions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts from the sessions themselves, in one pass over the span for all lecturers asked for. */
@Service
class StoredLecturerWork implements LecturerWork {

    private static final int AT_A_TIME = 8;

    private final ReactiveMongoOperations mongo;
    private final SessionLedger ledger;

    StoredLecturerWork(ReactiveMongoOperations mongo, SessionLedger ledger) {
        this.mongo = mongo;
        this.ledger = ledger;
    }

    @Override
    public Flux<WorkDone> done(Collection<String> lecturerIds, Instant from, Instant to) {
        Set<String> wanted = Set.copyOf(lecturerIds);
        return Mono.zip(held(wanted, from, to), asked(), Tally::new).flatMapMany(Tally::done);
    }

    private Mono<Map<String, Work>> held(Set<String> wanted, Instant from, Instant to) {
        var theirs = where("plan.startsAt")
                .gte(from)
                .lt(to)
                .and("plan.lecturers.id")
                .in(wanted)
                .and("state")
                .is(SessionState.SCHEDULED);
        return mongo.find(Query.query(theirs), Session.class)
                .map(Session::id)
                .flatMap(ledger::facts, AT_A_TIME)
                .filter(SessionFacts::held)
                .collect(HashMap::new, (works, facts) -> add(works, facts, wanted));
    }

    private static void add(Map<String, Work> works, SessionFacts facts, Set<String> wanted) {
        facts.lecturerIds().stream()
                .filter(wanted::contains)
                .forEach(id -> works.computeIfAbsent(id, any -> new Work()).add(facts));
    }

    /** Sessions that somebody had asked for. */
    private Mono<Set<String>> asked() {
        var answered = where("state").is(LectureRequest.State.ASSIGNED);
        return mongo.find(Query.query(answered), LectureRequest.class)
                .mapNotNull(LectureRequest::sessionId)
                .collect(HashSet::new, Set::add);
    }

    /** Sessions of one lecturer, summed up. */
    private static final class Work {
        private final Set<String> sessions = new HashSet<>();
        private final Set<String> halls = new HashSet<>();
        private int attendances;
        private int starsSum;
        private int ratings;

        void add(SessionFacts facts) {
            sessions.add(facts.sessionId());
            halls.add(facts.hallId());
            attendances += facts.attendance();
            starsSum += facts.starsSum();
            ratings += facts.ratings();
        }

        WorkDone done(String lecturerId, Set<String> asked) {
            long requests = sessions.stream().filter(asked::contains).count();
            return new WorkDone(
                    lecturerId, sessions.size(), halls.size(), attendances, starsSum, ratings, (int) requests);
        }
    }

    private record Tally(Map<String, Work> byLecturer, Set<String> asked) {

        Flux<WorkDone> done() {
            return Flux.fromIterable(byLecturer.entrySet())
                    .map(each -> each.getValue().done(each.getKey(), asked));
        }
    }
}
