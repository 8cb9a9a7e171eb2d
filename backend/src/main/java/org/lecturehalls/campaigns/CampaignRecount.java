package org.lecturehalls.campaigns;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lecturehalls.sessions.SessionFacts;
import org.lecturehalls.sessions.SessionLedger;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counts campaigns anew from the sessions, month by month. A cell is written only if it is still as it was before its
 * sessions were read, so that what events bring meanwhile is not lost.
 */
@Service
class CampaignRecount {

    private final SessionLedger ledger;
    private final CampaignStore campaigns;
    private final CampaignCells cells;
    private final CampaignSettings settings;
    private final Clock clock;

    CampaignRecount(
            SessionLedger ledger,
            CampaignStore campaigns,
            CampaignCells cells,
            CampaignSettings settings,
            Clock clock) {
        this.ledger = ledger;
        this.campaigns = campaigns;
        this.cells = cells;
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts what was started or changed. Of many backends one does it; if it dies, another. */
    @Scheduled(initialDelay = 2_000, fixedDelay = 1_000)
    Mono<Void> countWhatIsDue() {
        return Mono.defer(this::countWhatIsDueNow);
    }

    private Mono<Void> countWhatIsDueNow() {
        return campaigns.claimRecount(clock.instant()).flatMap(this::recount);
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
    Mono<Void> endWhatIsOver() {
        return Mono.defer(this::endWhatIsOverNow);
    }

    private Mono<Void> endWhatIsOverNow() {
        var now = clock.instant();
        return campaigns.endThoseOver(now.minus(settings.endsAfter()), now).then();
    }

    Mono<Void> recount(Campaign campaign) {
        var months = months(campaign.rules());
        return Flux.fromIterable(months)
                .concatMap(month -> CampaignCells.insisting(recount(campaign, month)))
                .then(emptyThoseOutside(campaign, months))
                .then(Mono.defer(() -> campaigns.counted(campaign, clock.instant())));
    }

    private Mono<Void> recount(Campaign campaign, YearMonth month) {
        return cells.places(campaign.id())
                .map(places -> inMonth(places, month))
                .flatMap(places -> cells.byPlace(campaign.id(), places))
                .zipWhen(before -> included(campaign.rules(), month))
                .flatMap(both -> write(campaign, both.getT1(), both.getT2()));
    }

    private Mono<List<SessionFacts>> included(CampaignRules rules, YearMonth month) {
        return ledger.between(rules.region(), start(month), start(month.plusMonths(1)))
                .filter(rules::include)
                .collectList();
    }

    private Mono<Void> write(Campaign campaign, Map<String, CampaignCell> before, List<SessionFacts> facts) {
        var byPlace = facts.stream().collect(Collectors.groupingBy(each -> CountyMonth.of(each, settings.zone())));
        var noted = facts.stream()
                .map(each -> new CountedPlace(
                        each.sessionId(), CountyMonth.of(each, settings.zone()).key()))
                .toList();
        var all = new HashSet<>(byPlace.keySet());
        before.keySet().forEach(key -> all.add(CountyMonth.parse(key)));
        return cells.noteNew(noted)
                .thenMany(Flux.fromIterable(all))
                .map(place -> before.getOrDefault(place.key(), CampaignCell.empty(campaign.id(), place)))
                .concatMap(read -> cells.write(
                        read, fresh(read, byPlace.getOrDefault(read.countyMonth(), List.of()), campaign.rules())))
                .then();
    }

    static CampaignCell fresh(CampaignCell read, List<SessionFacts> facts, CampaignRules rules) {
        return read.holding(facts.stream()
                .filter(rules::include)
                .map(each -> CountedSession.of(each, rules))
                .toList());
    }

    /** Empties what a shortened period leaves behind. */
    private Mono<Void> emptyThoseOutside(Campaign campaign, List<YearMonth> months) {
        return cells.places(campaign.id())
                .flatMapIterable(places -> places)
                .map(CountyMonth::parse)
                .filter(place -> !months.contains(place.month()))
                .concatMap(place -> cells.change(campaign.id(), place, cell -> cell.holding(List.of())))
                .then();
    }

    private List<YearMonth> months(CampaignRules rules) {
        var last = CountyMonth.month(rules.until().minusMillis(1), settings.zone());
        return Stream.iterate(
                        CountyMonth.month(rules.from(), settings.zone()),
                        month -> !month.isAfter(last),
                        month -> month.plusMonths(1))
                .toList();
    }

    private static List<String> inMonth(Set<String> places, YearMonth month) {
        return places.stream().filter(place -> place.endsWith(":" + month)).toList();
    }

    private Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(settings.zone()).toInstant();
    }
}
