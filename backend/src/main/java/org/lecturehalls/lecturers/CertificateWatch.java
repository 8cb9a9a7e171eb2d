package org.lecturehalls.lecturers;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.lecturehalls.lecturers.Certificate.Warning;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells of certificates that end soon. Several backends may watch at a time: each certificate is claimed by one write, so
 * one of them tells. A claim that is not followed by the telling belongs to a backend that died, and is taken over.
 */
@Component
class CertificateWatch {

    private static final int A_ROUND = 500;
    private static final Duration CLAIM_LASTS = Duration.ofMinutes(10);

    private final ReactiveMongoOperations mongo;
    private final CertificateRecords certificates;
    private final ApplicationEventPublisher events;
    private final TrainingSettings settings;
    private final Clock clock;

    CertificateWatch(
            ReactiveMongoOperations mongo,
            CertificateRecords certificates,
            ApplicationEventPublisher events,
            TrainingSettings settings,
            Clock clock) {
        this.mongo = mongo;
        this.certificates = certificates;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    Mono<Void> tellOfEnds() {
        return Mono.defer(this::tellOfEndsNow);
    }

    private Mono<Void> tellOfEndsNow() {
        return certificates
                .untold(settings.warningEnds(clock), A_ROUND)
                .concatMap(this::tellOnce)
                .then();
    }

    private Mono<Void> tellOnce(Certificate certificate) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Criteria free = new Criteria()
                .orOperator(
                        where("warning").is(null),
                        where("warning.told").is(false).and("warning.claimedAt").lt(now.minus(CLAIM_LASTS)));
        Query unclaimed = Query.query(new Criteria()
                .andOperator(where("_id").is(certificate.id()), where("revoked").is(null), free));
        return mongo.findAndModify(unclaimed, Update.update("warning", new Warning(now, false)), Certificate.class)
                .flatMap(claimed -> mongo.findById(claimed.lecturerId(), Lecturer.class))
                .filter(Lecturer::inUse)
                .doOnNext(holder -> events.publishEvent(event(certificate, holder)))
                .then(told(certificate, now));
    }

    private static CertificateExpiring event(Certificate certificate, Lecturer holder) {
        return new CertificateExpiring(
                certificate.id(), holder.id(), holder.userId(), holder.region(), certificate.validUntil());
    }

    private Mono<Void> told(Certificate certificate, Instant claimedAt) {
        Query own = Query.query(
                where("_id").is(certificate.id()).and("warning.claimedAt").is(claimedAt));
        return mongo.updateFirst(own, Update.update("warning.told", true), Certificate.class)
                .then();
    }
}
