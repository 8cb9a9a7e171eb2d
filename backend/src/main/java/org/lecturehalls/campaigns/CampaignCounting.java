package org.lecturehalls.campaigns;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lecturehalls.sessions.SessionChanged;
import org.lecturehalls.sessions.SessionFacts;
import org.lecturehalls.sessions.SessionLedger;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the running campaigns current. An event says only that a session changed; what it adds is worked out anew from the
 * session, so that events may come twice, late or in any order.
 */
@Service
class CampaignCounting {

    private static final int BATCH = 500;

    private final SessionLedger ledger;
    private final CampaignStore campaigns;
    private final CampaignCells cells;
    private final CampaignSettings settings;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean busy = new AtomicBoolean();

    CampaignCounting(SessionLedger ledger, CampaignStore campaigns, CampaignCells cells, CampaignSettings settings) {
        this.ledger = ledger;
        this.campaigns = campaigns;
        this.cells = cells;
        this.settings = settings;
    }

    @EventListener
    void on(SessionChanged event) {
        changed.add(event.sessionId());
    }

    /** Events are kept in memory; after a crash the sessions of the last weeks are looked at again. */
    @Scheduled(initialDelay = 20_000, fixedDelay = 3_600_000)
    Mono<Void> catchUp() {
        return Mono.defer(this::catchUpNow);
    }

    private Mono<Void> catchUpNow() {
        return ledger.recentIds().doOnNext(changed::add).then();
    }

    @Scheduled(initialDelay = 1_500, fixedDelay = 1_000)
    Mono<Void> flush() {
        return Mono.defer(() -> changed.isEmpty() || !busy.compareAndSet(false, true)
                ? Mono.empty()
                : countSome().doFinally(end -> busy.set(false)));
    }

    /** Whether all events so far are counted. */
    boolean isCurrent() {
        return changed.isEmpty() && !busy.get();
    }

    private Mono<Void> countSome() {
        var batch = changed.stream().limit(BATCH).toList();
        return campaigns
                .running()
                .collectList()
                .flatMapMany(running -> Flux.fromIterable(batch).concatMap(id -> count(id, running)))
                .then();
    }

    /** Forgotten before it is read: a change that comes meanwhile is an event of its own. */
    private Mono<Void> count(String sessionId, List<Campaign> running) {
        changed.remove(sessionId);
        return ledger.facts(sessionId)
                .flatMap(facts -> apply(facts, running))
                .doOnError(failure -> changed.add(sessionId));
    }

    private Mono<Void> apply(SessionFacts facts, List<Campaign> running) {
        var place = CountyMonth.of(facts, settings.zone());
        return cells.placeOf(facts.sessionId())
                .map(former -> CountyMonth.parse(former.place()))
                .filter(former -> !former.equals(place))
                .flatMap(former -> leave(facts, former, running))
                .then(note(facts, place))
                .then(Flux.fromIterable(running)
                        .filter(campaign -> campaign.rules().reach(place, settings.zone()))
                        .concatMap(campaign ->
                                cells.change(campaign.id(), place, cell -> counted(cell, facts, campaign.rules())))
                        .then());
    }

    static CampaignCell counted(CampaignCell cell, SessionFacts facts, CampaignRules rules) {
        return rules.include(facts) ? cell.put(CountedSession.of(facts, rules)) : cell.remove(facts.sessionId());
    }

    private Mono<Void> leave(SessionFacts facts, CountyMonth former, List<Campaign> running) {
        return Flux.fromIterable(running)
                .filter(campaign -> campaign.rules().reach(former, settings.zone()))
                .concatMap(campaign -> cells.change(campaign.id(), former, cell -> cell.remove(facts.sessionId())))
                .then();
    }

    private Mono<Void> note(SessionFacts facts, CountyMonth place) {
        var now = new CountedPlace(facts.sessionId(), place.key());
        return cells.placeOf(facts.sessionId())
                .filter(now::equals)
                .hasElement()
                .flatMap(known -> known ? Mono.empty() : cells.note(now));
    }
}
