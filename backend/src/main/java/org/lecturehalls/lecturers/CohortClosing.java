package org.lecturehalls.lecturers;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.Set;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.StaleVersionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Ends a cohort: from then on its results stand, and whoever passed has a certificate. Each step can be repeated: a
 * trainee's number is drawn once, written down, and then the certificate of that number is made unless it is there.
 * Should the backend stop half way, the sweep goes on.
 */
@Service
class CohortClosing {

    private static final Logger LOG = LoggerFactory.getLogger(CohortClosing.class);
    private static final Duration REQUEST_LASTS = Duration.ofMinutes(2);

    private final ReactiveMongoOperations mongo;
    private final CohortRecords cohorts;
    private final TraineeRecords trainees;
    private final CertificateRecords certificates;
    private final CertificateNumbers numbers;
    private final TrainingSettings settings;
    private final Clock clock;

    CohortClosing(
            ReactiveMongoOperations mongo,
            CohortRecords cohorts,
            TraineeRecords trainees,
            CertificateRecords certificates,
            CertificateNumbers numbers,
            TrainingSettings settings,
            Clock clock) {
        this.mongo = mongo;
        this.cohorts = cohorts;
        this.trainees = trainees;
        this.certificates = certificates;
        this.numbers = numbers;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return fails with {@link ConflictException} {@code results-missing} that names trainees without a result */
    Mono<Cohort> close(String id, long version, CurrentUser user) {
        return cohorts.records()
                .editable(id, version, user.region())
                .delayUntil(this::checkResults)
                .flatMap(cohort -> cohort.isOpen() ? turn(cohort, CohortState.CLOSING, user) : Mono.just(cohort))
                .flatMap(cohort -> finish(cohort, user));
    }

    private Mono<Void> checkResults(Cohort cohort) {
        return trainees.of(cohort)
                .filter(trainee -> trainee.result() == null)
                .map(trainee -> FieldProblem.of(trainee.lecturerId(), "result-missing"))
                .collectList()
                .filter(missing -> !missing.isEmpty())
                .flatMap(missing -> Mono.error(ConflictException.naming("results-missing", missing)));
    }

    private Mono<Cohort> finish(Cohort cohort, CurrentUser user) {
        return trainees.of(cohort)
                .filter(Trainee::hasPassed)
                .concatMap(trainee -> numbered(trainee, user))
                .concatMap(trainee -> certified(cohort, trainee, user))
                .then(Mono.defer(() -> turn(cohort, CohortState.CLOSED, user)));
    }

    private Mono<Cohort> turn(Cohort cohort, CohortState next, CurrentUser user) {
        return cohorts.records().change(cohort, cohort.in(next), user);
    }

    private Mono<Trainee> numbered(Trainee trainee, CurrentUser user) {
        return trainee.certificateNumber() != null
                ? Mono.just(trainee)
                : numbers.next()
                        .flatMap(number -> trainees.records().change(trainee, trainee.certifiedAs(number), user));
    }

    private Mono<Certificate> certified(Cohort cohort, Trainee trainee, CurrentUser user) {
        String number = Objects.requireNonNull(trainee.certificateNumber());
        return mongo.findById(number, Certificate.class)
                .switchIfEmpty(Mono.defer(() -> certify(number, cohort, trainee, user)));
    }

    private Mono<Certificate> certify(String number, Cohort cohort, Trainee trainee, CurrentUser user) {
        return mongo.findById(trainee.lecturerId(), Lecturer.class)
                .map(lecturer -> certificate(number, cohort, lecturer, user))
                .flatMap(certificate -> mongo.insert(certificate)
                        .onErrorResume(DuplicateKeyException.class, other -> Mono.just(certificate)));
    }

    private Certificate certificate(String number, Cohort cohort, Lecturer lecturer, CurrentUser user) {
        LocalDate today = settings.today(clock);
        Period validity = cohort.validMonths() == null ? settings.validity() : Period.ofMonths(cohort.validMonths());
        LocalDate validUntil = today.plus(validity).minusDays(1);
        return new Certificate(
                number,
                Ids.next(),
                lecturer.id(),
                cohort.id(),
                lecturer.region(),
                cohort.region(),
                new Certificate.Training(cohort.name(), cohort.startsOn(), cohort.endsOn(), cohort.hours()),
                today,
                validUntil,
                Certificate.expiry(validUntil, number),
                null,
                null,
                null,
                certificates.records().first(user));
    }

    /** Lets results be corrected; certificates that were given stay as they are. */
    Mono<Cohort> reopen(String id, long version, CurrentUser user) {
        return cohorts.records()
                .editable(id, version, user.region())
                .filter(cohort -> cohort.state() != CohortState.CLOSING)
                .switchIfEmpty(Mono.error(() -> new ConflictException("cohort-closing")))
                .flatMap(cohort -> turn(cohort, CohortState.OPEN, user));
    }

    /** Several backends may sweep at a time. A cohort that began to close just now is still closed by its request. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    Mono<Void> finishInterrupted() {
        return Mono.defer(this::finishInterruptedNow);
    }

    private Mono<Void> finishInterruptedNow() {
        Query closing = Query.query(where("state")
                .is(CohortState.CLOSING)
                .and("revision.at")
                .lt(clock.instant().minus(REQUEST_LASTS)));
        return mongo.find(closing, Cohort.class)
                .concatMap(cohort -> finish(cohort, closer(cohort))
                        .onErrorResume(StaleVersionException.class, e -> Mono.fromRunnable(() -> lost(cohort))))
                .then();
    }

    private static void lost(Cohort cohort) {
        LOG.debug("Another backend closes cohort {}", cohort.id());
    }

    /** Whoever asked for the cohort to be closed. */
    private static CurrentUser closer(Cohort cohort) {
        return new CurrentUser(cohort.revision().authorId(), cohort.revision().authorName(), Set.of(), cohort.region());
    }
}
