package org.lecturehalls.lecturers;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.divisions.Divisions;
import org.lecturehalls.halls.HallDirectory;
import org.lecturehalls.history.RevisedRecords;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps the lecturers. Officers change those inside their region. */
@Service
class LecturerRecords implements LecturerDirectory {

    private final ReactiveMongoOperations mongo;
    private final RevisedRecords<Lecturer> records;
    private final Divisions divisions;
    private final HallDirectory halls;
    private final PhoneVault phones;
    private final CertificateRecords certificates;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LecturerRecords(
            ReactiveMongoOperations mongo,
            Divisions divisions,
            HallDirectory halls,
            PhoneVault phones,
            CertificateRecords certificates,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mongo = mongo;
        this.records = new RevisedRecords<>(mongo, clock, Lecturer.class);
        this.divisions = divisions;
        this.halls = halls;
        this.phones = phones;
        this.certificates = certificates;
        this.clock = clock;
        this.events = events;
    }

    Mono<Lecturer> create(LecturerInput input, CurrentUser user) {
        String id = Ids.next();
        return checkReferences(input)
                .then(divisions.resolveFor(user, input.region(), "region"))
                .map(region -> Lecturer.of(id, input, region, sealed(input, id, null), records.first(user)))
                .flatMap(records::create)
                .doOnNext(this::tell);
    }

    Mono<Lecturer> change(String id, LecturerInput input, long version, CurrentUser user) {
        return records.editable(id, version, user.region())
                .delayUntil(before -> checkReferences(input))
                .delayUntil(before -> checkLeadership(before, input))
                .zipWhen(before -> divisions.resolveFor(user, input.region(), "region"))
                .flatMap(both -> records.change(
                        both.getT1(),
                        Lecturer.of(
                                id,
                                input,
                                both.getT2(),
                                sealed(input, id, both.getT1()),
                                both.getT1().revision()),
                        user))
                .doOnNext(this::tell);
    }

    /** The same number sealed anew would look like a change, so an unchanged one keeps its seal. */
    @Nullable
    String sealed(LecturerInput input, String id, @Nullable Lecturer before) {
        if (input.phone() == null) {
            return null;
        }
        if (before != null && input.phone().equals(phone(before))) {
            return before.sealedPhone();
        }
        return phones.seal(input.phone(), id);
    }

    /** The phone number in clear; null when none is kept. */
    @Nullable
    String phone(Lecturer lecturer) {
        String sealed = lecturer.sealedPhone();
        return sealed == null ? null : phones.open(sealed, lecturer.id());
    }

    private Mono<Void> checkReferences(LecturerInput input) {
        Mono<Void> hall = input.homeHallId() == null
                ? Mono.empty()
                : halls.get(input.homeHallId())
                        .switchIfEmpty(Mono.error(() -> unknown("homeHallId", "unknown-hall")))
                        .then();
        Mono<Void> team = input.teamId() == null
                ? Mono.empty()
                : mongo.findById(input.teamId(), Team.class)
                        .filter(Team::inUse)
                        .switchIfEmpty(Mono.error(() -> unknown("teamId", "unknown-team")))
                        .then();
        return hall.then(team);
    }

    /** A team's leader stays in the team until somebody else leads it. */
    private Mono<Void> checkLeadership(Lecturer before, LecturerInput input) {
        if (before.teamId() == null || Objects.equals(before.teamId(), input.teamId())) {
            return Mono.empty();
        }
        return mongo.findById(before.teamId(), Team.class)
                .filter(team -> before.id().equals(team.leaderId()))
                .flatMap(team -> Mono.error(new ConflictException("leads-team", team.name())));
    }

    /** What a row of a spreadsheet can get wrong about other records. */
    Mono<Void> checkRow(LecturerInput row) {
        if (row.phone() != null && !phones.keeps()) {
            return Mono.error(unknown("phone", "phones-not-kept"));
        }
        return checkReferences(row);
    }

    private static InvalidInputException unknown(String field, String code) {
        return new InvalidInputException(List.of(FieldProblem.of(field, code)));
    }

    Mono<Lecturer> delete(String id, long version, CurrentUser user) {
        return records.editable(id, version, user.region())
                .flatMap(lecturer -> records.delete(lecturer, user))
                .doOnNext(this::tell);
    }

    Mono<Lecturer> restore(String id, CurrentUser user) {
        return records.get(id, user.region())
                .flatMap(lecturer -> records.restore(lecturer, user))
                .doOnNext(this::tell);
    }

    /** Forgets who a lecturer was, past versions included. */
    Mono<Void> erase(String id, CurrentUser user) {
        return records.get(id, user.region())
                .map(lecturer -> lecturer.erased(records.first(user), clock.instant()))
                .flatMap(mongo::save)
                .doOnNext(this::tell)
                .then(records.forgetPast(id));
    }

    Mono<Lecturer> get(String id, LecturerViewer viewer) {
        return mongo.findById(id, Lecturer.class)
                .filter(lecturer -> lecturer.inUse() || viewer.isOfficerOf(lecturer))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    Mono<Page<Lecturer>> list(LecturerFilter filter, PageQuery page) {
        return records.page(filter.criteria(), "number", Lecturer::number, page);
    }

    Mono<Page<Revision>> history(String id, PageQuery page, CurrentUser user) {
        return records.get(id, user.region()).flatMap(lecturer -> records.history(lecturer, page));
    }

    /** The latest changes of a lecturer, newest first. */
    Mono<List<Revision>> historyOf(Lecturer lecturer) {
        return records.history(lecturer, new PageQuery(null, PageQuery.MAX_LIMIT))
                .map(Page::items);
    }

    RevisedRecords<Lecturer> records() {
        return records;
    }

    void tell(Lecturer lecturer) {
        events.publishEvent(new LecturerChanged(lecturer.id(), lecturer.region(), lecturer.inUse()));
    }

    @Override
    public Mono<LecturerSummary> get(String lecturerId) {
        return mongo.findById(lecturerId, Lecturer.class)
                .filter(Lecturer::inUse)
                .flatMap(this::summary);
    }

    private Mono<LecturerSummary> summary(Lecturer lecturer) {
        return certificates.anyValidToday(lecturer.id()).map(lecturer::summary);
    }

    @Override
    public Mono<Boolean> certifiedAt(String lecturerId, Instant time) {
        return certificates.anyValidAt(lecturerId, time);
    }

    @Override
    public Mono<StaffCount> countWithin(RegionCode region) {
        Criteria wanted = new Criteria().andOperator(RevisedRecords.inside(region), RevisedRecords.deleted(false));
        return mongo.count(Query.query(wanted), Lecturer.class)
                .zipWith(mongo.count(Query.query(wanted), Team.class), StaffCount::new);
    }

    /** The lecturer that a person is; fails with {@link NotFoundException} when the person is none. */
    Mono<Lecturer> own(CurrentUser user) {
        return mongo.findOne(Query.query(where("userId").is(user.id())), Lecturer.class)
                .filter(Lecturer::inUse)
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    @Override
    public Mono<LecturerSummary> ofUser(String userId) {
        return mongo.findOne(Query.query(where("userId").is(userId)), Lecturer.class)
                .filter(Lecturer::inUse)
                .flatMap(this::summary);
    }
}
