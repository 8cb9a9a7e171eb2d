package org.lecturehalls.statistics;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.sessions.SessionChanged;
import org.lecturehalls.sessions.SessionFacts;
import org.lecturehalls.sessions.SessionLedger;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Keeps the cells current. An event says only that a session changed; what it adds is then worked out anew from the session
 * itself, so that events may come twice, late or in any order. Many check-ins within a second become one recount.
 */
@Service
class RollUps implements Recount {

    private static final int BATCH = 500;
    private static final int TRIES = 20;
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** On a slow machine the sessions of the first weeks take a while; who fills the platform has time. */
    private static final int PATIENT_TRIES = 1_200;

    private final SessionLedger ledger;
    private final CellStore cells;
    private final ReactiveMongoOperations mongo;
    private final CellCache cache;
    private final StatisticsSettings settings;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean busy = new AtomicBoolean();

    RollUps(
            SessionLedger ledger,
            CellStore cells,
            ReactiveMongoOperations mongo,
            CellCache cache,
            StatisticsSettings settings) {
        this.ledger = ledger;
        this.cells = cells;
        this.mongo = mongo;
        this.cache = cache;
        this.settings = settings;
    }

    /** @param sessions that count */
    record Rebuilt(int sessions, int cells) {}

    @EventListener
    void on(SessionChanged event) {
        changed.add(event.sessionId());
    }

    /** Events are kept in memory; after a crash the sessions of the last weeks are looked at again. */
    @Scheduled(initialDelay = 10_000, fixedDelay = 3_600_000)
    Mono<Void> catchUp() {
        return Mono.defer(this::catchUpNow);
    }

    private Mono<Void> catchUpNow() {
        return ledger.recentIds().doOnNext(changed::add).then();
    }

    @Scheduled(
            initialDelayString = "${lecturehalls.statistics.recount:5s}",
            fixedDelayString = "${lecturehalls.statistics.recount:5s}")
    Mono<Void> flush() {
        return Mono.defer(() -> changed.isEmpty() || !busy.compareAndSet(false, true)
                ? Mono.empty()
                : recountSome().doFinally(end -> busy.set(false)));
    }

    /** Whether all events so far are in the cells. */
    boolean isCurrent() {
        return changed.isEmpty() && !busy.get();
    }

    private Mono<Void> recountSome() {
        var batch = changed.stream().limit(BATCH).toList();
        return Flux.fromIterable(batch).concatMap(this::recount).then(Mono.fromRunnable(cache::clear));
    }

    /** Forgotten before it is read: a change that comes meanwhile is an event of its own. */
    private Mono<Void> recount(String sessionId) {
        changed.remove(sessionId);
        return ledger.facts(sessionId).flatMap(this::apply).doOnError(failure -> changed.add(sessionId));
    }

    Mono<Void> apply(SessionFacts facts) {
        var cell = Headings.cell(facts, settings.zone());
        return mongo.findById(facts.sessionId(), SessionCell.class)
                .map(SessionCell::cell)
                .defaultIfEmpty("")
                .flatMap(former -> leave(facts, former, cell)
                        .then(facts.held() && !former.equals(cell) ? note(facts, cell) : Mono.empty())
                        .then(facts.held() ? put(facts, cell) : Mono.empty()));
    }

    private Mono<Void> leave(SessionFacts facts, String former, String cell) {
        return former.isEmpty() || facts.held() && former.equals(cell)
                ? Mono.empty()
                : cells.change(former, old -> old.remove(facts.sessionId()));
    }

    private Mono<SessionCell> note(SessionFacts facts, String cell) {
        return mongo.save(new SessionCell(facts.sessionId(), cell));
    }

    private Mono<Void> put(SessionFacts facts, String cell) {
        var contribution = Headings.contribution(facts);
        return Mono.defer(() -> cells.change(
                cell,
                old -> old.find(facts.sessionId())
                        .filter(contribution::equals)
                        .map(same -> old)
                        .orElseGet(() -> old.put(contribution))));
    }

    /** Counts everything anew from the sessions, once what is being counted is done; that takes moments. */
    Mono<Rebuilt> rebuild() {
        return rebuild(TRIES);
    }

    private Mono<Rebuilt> rebuild(int tries) {
        var turn = Retry.fixedDelay(tries, PAUSE)
                .filter(ConflictException.class::isInstance)
                .onRetryExhaustedThrow((retries, last) -> last.failure());
        return Mono.defer(() -> busy.compareAndSet(false, true)
                        ? recountAll().doFinally(end -> busy.set(false))
                        : Mono.<Rebuilt>error(new ConflictException("rebuild-running")))
                .retryWhen(turn);
    }

    @Override
    public Mono<Integer> recount() {
        return rebuild(PATIENT_TRIES).map(Rebuilt::sessions);
    }

    private Mono<Rebuilt> recountAll() {
        return ledger.all()
                .filter(SessionFacts::held)
                .collect(TreeMap<String, Cell>::new, this::add)
                .flatMap(all -> cells.replaceAll(all.values())
                        .then(cells.replacePlaces(all.values()))
                        .thenReturn(all.values()))
                .doOnNext(all -> cache.clear())
                .map(RollUps::rebuilt);
    }

    private void add(TreeMap<String, Cell> all, SessionFacts facts) {
        var id = Headings.cell(facts, settings.zone());
        all.merge(
                id,
                Cell.empty(id).put(Headings.contribution(facts)),
                (cell, one) -> cell.put(Headings.contribution(facts)));
    }

    private static Rebuilt rebuilt(Collection<Cell> all) {
        var sessions =
                all.stream().mapToInt(cell -> cell.contributions().size()).sum();
        return new Rebuilt(sessions, all.size());
    }
}
