package org.lecturehalls.lecturers;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.lecturehalls.history.RevisedRecords;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.LimitExceededException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps who is in which cohort, their attendance and results. Only open cohorts change. */
@Service
class TraineeRecords {

    static final int MOST = 1000;

    private final ReactiveMongoOperations mongo;
    private final RevisedRecords<Trainee> records;
    private final CohortRecords cohorts;
    private final LecturerRecords lecturers;
    private final CertificateRecords certificates;

    TraineeRecords(
            ReactiveMongoOperations mongo,
            Clock clock,
            CohortRecords cohorts,
            LecturerRecords lecturers,
            CertificateRecords certificates) {
        this.mongo = mongo;
        this.records = new RevisedRecords<>(mongo, clock, Trainee.class);
        this.cohorts = cohorts;
        this.lecturers = lecturers;
        this.certificates = certificates;
    }

    /** Takes a lecturer of the officer's region into a cohort; one who is or was in it stays, or comes back, as noted. */
    Mono<Trainee> enrol(String cohortId, String lecturerId, CurrentUser user) {
        Mono<Lecturer> lecturer = lecturers
                .records()
                .find(lecturerId, user.region())
                .filter(Lecturer::inUse)
                .switchIfEmpty(Mono.error(() -> unknownLecturer()));
        return open(cohortId, user)
                .delayUntil(cohort -> lecturer)
                .flatMap(cohort -> mongo.findById(Trainee.id(cohortId, lecturerId), Trainee.class)
                        .flatMap(known -> records.restore(known, user))
                        .switchIfEmpty(Mono.defer(() -> add(cohort, lecturerId, user))));
    }

    private Mono<Trainee> add(Cohort cohort, String lecturerId, CurrentUser user) {
        return mongo.count(Query.query(where("cohortId").is(cohort.id())), Trainee.class)
                .filter(count -> count < MOST)
                .switchIfEmpty(Mono.error(() -> new LimitExceededException("cohort-full", MOST)))
                .flatMap(count -> records.create(Trainee.enrolled(cohort, lecturerId, records.first(user))));
    }

    Mono<Trainee> note(String cohortId, String lecturerId, TraineeInput input, long version, CurrentUser user) {
        return open(cohortId, user)
                .doOnNext(cohort -> input.misfit(cohort).ifPresent(TraineeRecords::refuse))
                .flatMap(cohort -> records.editable(Trainee.id(cohortId, lecturerId), version, user.region()))
                .delayUntil(before -> checkCertificate(before, before.noted(input)))
                .flatMap(before -> records.change(before, before.noted(input), user));
    }

    private static void refuse(FieldProblem problem) {
        throw new InvalidInputException(List.of(problem));
    }

    private static InvalidInputException unknownLecturer() {
        return new InvalidInputException(List.of(FieldProblem.of("lecturerId", "unknown-lecturer")));
    }

    /** A pass that a certificate was given for stands as long as the certificate. */
    Mono<Void> checkCertificate(Trainee before, Trainee after) {
        String number = before.certificateNumber();
        return number == null || Objects.equals(number, after.certificateNumber()) && after.inUse()
                ? Mono.empty()
                : certificates
                        .find(number)
                        .filter(certificate -> certificate.revoked() == null)
                        .flatMap(standing -> Mono.error(new ConflictException("certificate-stands", number)));
    }

    private Mono<Cohort> open(String cohortId, CurrentUser user) {
        return cohorts.get(cohortId, user.region()).flatMap(CohortRecords::open);
    }

    Mono<Trainee> remove(String cohortId, String lecturerId, long version, CurrentUser user) {
        return open(cohortId, user)
                .flatMap(cohort -> records.editable(Trainee.id(cohortId, lecturerId), version, user.region()))
                .filter(trainee -> trainee.certificateNumber() == null)
                .switchIfEmpty(Mono.error(() -> new ConflictException("trainee-has-certificate")))
                .flatMap(trainee -> records.delete(trainee, user));
    }

    Mono<Trainee> restore(String cohortId, String lecturerId, CurrentUser user) {
        return open(cohortId, user)
                .flatMap(cohort -> records.get(Trainee.id(cohortId, lecturerId), user.region()))
                .flatMap(trainee -> records.restore(trainee, user));
    }

    Mono<Trainee> get(String cohortId, String lecturerId, RegionCode scope) {
        return records.inUse(Trainee.id(cohortId, lecturerId), scope);
    }

    Mono<Page<Trainee>> list(String cohortId, boolean deleted, RegionCode scope, PageQuery page) {
        Criteria wanted = new Criteria()
                .andOperator(
                        where("cohortId").is(cohortId), RevisedRecords.inside(scope), RevisedRecords.deleted(deleted));
        return cohorts.records().get(cohortId, scope).then(records.page(wanted, "_id", Trainee::id, page));
    }

    /** Those in use, in the order of their ids; at most {@value #MOST}. */
    Flux<Trainee> of(Cohort cohort) {
        Criteria wanted = new Criteria().andOperator(where("cohortId").is(cohort.id()), RevisedRecords.deleted(false));
        return records.all(wanted, "_id");
    }

    Mono<Page<Revision>> history(String cohortId, String lecturerId, PageQuery page, CurrentUser user) {
        return records.get(Trainee.id(cohortId, lecturerId), user.region())
                .flatMap(trainee -> records.history(trainee, page))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    RevisedRecords<Trainee> records() {
        return records;
    }
}
