package org.lecturehalls.halls;

import java.time.Clock;
import java.util.Collection;
import java.util.Objects;
import org.lecturehalls.divisions.Divisions;
import org.lecturehalls.exchange.References;
import org.lecturehalls.history.RevisedRecords;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the halls. Whoever changes one acts inside the own region; a hall's manager changes only the own halls. */
@Service
class HallRecords implements HallDirectory, HallNames {

    private final ReactiveMongoOperations mongo;
    private final RevisedRecords<Hall> records;
    private final Divisions divisions;
    private final ApplicationEventPublisher events;

    HallRecords(ReactiveMongoOperations mongo, Clock clock, Divisions divisions, ApplicationEventPublisher events) {
        this.mongo = mongo;
        this.records = new RevisedRecords<>(mongo, clock, Hall.class);
        this.divisions = divisions;
        this.events = events;
    }

    Mono<Hall> create(HallInput input, CurrentUser user) {
        return divisions
                .resolveFor(user, input.region(), "region")
                .map(region -> Hall.of(Ids.next(), input, region, null, records.first(user)))
                .flatMap(records::create)
                .doOnNext(this::tell);
    }

    Mono<Hall> change(String id, HallInput input, long version, CurrentUser user) {
        return records.editable(id, version, user.region())
                .filter(hall -> isKeptBy(user, hall))
                .switchIfEmpty(Mono.error(() -> new NotAllowedException("not-your-hall")))
                .zipWhen(before -> divisions.resolveFor(user, input.region(), "region"))
                .flatMap(both -> change(both.getT1(), input, both.getT2(), user));
    }

    private Mono<Hall> change(Hall before, HallInput input, RegionCode region, CurrentUser user) {
        boolean handsOver = !Objects.equals(before.managerId(), input.managerId());
        if (handsOver && !user.has(Role.PUBLICITY, Role.ADMIN)) {
            return Mono.error(new NotAllowedException("hall-handed-over-by-officers"));
        }
        return records.change(before, before.with(input, region), user).doOnNext(this::tell);
    }

    Mono<Hall> delete(String id, long version, CurrentUser user) {
        return records.editable(id, version, user.region())
                .flatMap(hall -> records.delete(hall, user))
                .doOnNext(this::tell);
    }

    Mono<Hall> restore(String id, CurrentUser user) {
        return records.get(id, user.region())
                .flatMap(hall -> records.restore(hall, user))
                .doOnNext(this::tell);
    }

    /** A hall in use, for everybody. */
    Mono<Hall> get(String id, HallViewer viewer) {
        return mongo.findById(id, Hall.class)
                .filter(hall -> hall.inUse() || viewer.isOfficerOf(hall))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /** A hall in use whose pages somebody may change. */
    Mono<Hall> keptBy(String id, CurrentUser user) {
        return records.get(id, user.region())
                .filter(Hall::inUse)
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .filter(hall -> isKeptBy(user, hall))
                .switchIfEmpty(Mono.error(() -> new NotAllowedException("not-your-hall")));
    }

    Mono<Page<Hall>> list(HallFilter filter, PageQuery page) {
        return records.page(filter.criteria(), "number", Hall::number, page);
    }

    Mono<Page<Revision>> history(String id, PageQuery page, CurrentUser user) {
        return records.get(id, user.region()).flatMap(hall -> records.history(hall, page));
    }

    RevisedRecords<Hall> records() {
        return records;
    }

    private static boolean isKeptBy(CurrentUser user, Hall hall) {
        return user.has(Role.PUBLICITY, Role.ADMIN) || user.id().equals(hall.managerId());
    }

    void tell(Hall hall) {
        events.publishEvent(new HallChanged(hall.summary()));
    }

    @Override
    public Mono<HallSummary> get(String hallId) {
        return mongo.findById(hallId, Hall.class).map(Hall::summary);
    }

    @Override
    public Flux<HallSummary> within(RegionCode region) {
        Criteria wanted = new Criteria().andOperator(RevisedRecords.inside(region), RevisedRecords.deleted(false));
        return records.all(wanted, "number").map(Hall::summary);
    }

    @Override
    public Mono<References> called(Collection<String> texts) {
        return records.called(texts).collectList().map(References::of);
    }
}
