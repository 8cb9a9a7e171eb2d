package org.lecturehalls.lecturers;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.divisions.Divisions;
import org.lecturehalls.history.RevisedRecords;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps the cohorts. Officers see and change those inside their region. */
@Service
class CohortRecords {

    private final ReactiveMongoOperations mongo;
    private final RevisedRecords<Cohort> records;
    private final Divisions divisions;

    CohortRecords(ReactiveMongoOperations mongo, Clock clock, Divisions divisions) {
        this.mongo = mongo;
        this.records = new RevisedRecords<>(mongo, clock, Cohort.class);
        this.divisions = divisions;
    }

    Mono<Cohort> create(CohortInput input, CurrentUser user) {
        return checked(input)
                .then(divisions.resolveFor(user, input.region(), "region"))
                .map(region -> Cohort.of(Ids.next(), input, region, CohortState.OPEN, records.first(user)))
                .flatMap(records::create);
    }

    private static Mono<Void> checked(CohortInput input) {
        return Mono.justOrEmpty(input.misfit()).flatMap(wrong -> Mono.error(new InvalidInputException(List.of(wrong))));
    }

    /** A cohort stays in its region, since its trainees were entered there. */
    Mono<Cohort> change(String id, CohortInput input, long version, CurrentUser user) {
        return checked(input)
                .then(records.editable(id, version, user.region()))
                .flatMap(CohortRecords::open)
                .filter(before -> before.region().equals(input.region()))
                .switchIfEmpty(Mono.error(() -> new ConflictException("cohort-stays-in-region")))
                .flatMap(before -> records.change(
                        before, Cohort.of(id, input, before.region(), before.state(), before.revision()), user));
    }

    static Mono<Cohort> open(Cohort cohort) {
        return cohort.isOpen() ? Mono.just(cohort) : Mono.error(new ConflictException("cohort-closed"));
    }

    /** Puts a cohort away in which nobody has a certificate. */
    Mono<Cohort> delete(String id, long version, CurrentUser user) {
        return records.editable(id, version, user.region())
                .flatMap(CohortRecords::open)
                .filterWhen(cohort -> hasCertificates(cohort).map(some -> !some))
                .switchIfEmpty(Mono.error(() -> new ConflictException("cohort-has-certificates")))
                .flatMap(cohort -> records.delete(cohort, user));
    }

    private Mono<Boolean> hasCertificates(Cohort cohort) {
        return mongo.exists(Query.query(where("cohortId").is(cohort.id())), Certificate.class);
    }

    Mono<Cohort> restore(String id, CurrentUser user) {
        return records.get(id, user.region()).flatMap(cohort -> records.restore(cohort, user));
    }

    /** Fails when there is none in use in the region. */
    Mono<Cohort> get(String id, RegionCode scope) {
        return records.inUse(id, scope);
    }

    Mono<Page<Cohort>> list(
            @Nullable String text, @Nullable CohortState state, boolean deleted, RegionCode scope, PageQuery page) {
        List<Criteria> wanted = new ArrayList<>();
        wanted.add(RevisedRecords.inside(scope));
        wanted.add(RevisedRecords.deleted(deleted));
        if (text != null && !text.isBlank()) {
            wanted.add(RevisedRecords.containing(text, "name", "number"));
        }
        if (state != null) {
            wanted.add(where("state").is(state));
        }
        return records.page(new Criteria().andOperator(wanted), "number", Cohort::number, page);
    }

    Mono<Page<Revision>> history(String id, PageQuery page, CurrentUser user) {
        return records.get(id, user.region()).flatMap(cohort -> records.history(cohort, page));
    }

    RevisedRecords<Cohort> records() {
        return records;
    }
}
