package org.lecturehalls.lecturers;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.lecturehalls.history.RevisedRecords;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.NotAllowedException;
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

/** Keeps the certificates. Officers see those of their region's lecturers and revoke those their region has given. */
@Service
class CertificateRecords {

    private final ReactiveMongoOperations mongo;
    private final RevisedRecords<Certificate> records;
    private final TrainingSettings settings;
    private final Clock clock;

    CertificateRecords(ReactiveMongoOperations mongo, TrainingSettings settings, Clock clock) {
        this.mongo = mongo;
        this.records = new RevisedRecords<>(mongo, clock, Certificate.class);
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty when there is none. */
    Mono<Certificate> find(String number) {
        return mongo.findById(number, Certificate.class);
    }

    /** The certificate, when the person is an officer of the holder's or the issuing region, or the holder. */
    Mono<Certificate> visible(String number, CurrentUser user) {
        return find(number)
                .filterWhen(certificate -> sees(user, certificate))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    private Mono<Boolean> sees(CurrentUser user, Certificate certificate) {
        boolean officer = user.actsAs(certificate.region(), LecturerAccess.OFFICERS)
                || user.actsAs(certificate.issuer(), LecturerAccess.OFFICERS);
        return officer
                ? Mono.just(true)
                : mongo.findById(certificate.lecturerId(), Lecturer.class)
                        .map(lecturer -> user.id().equals(lecturer.userId()))
                        .defaultIfEmpty(false);
    }

    /** The certificate, for somebody who has seen the paper; fails alike for a wrong number and a wrong code. */
    Mono<Certificate> shown(String number, String code) {
        return find(number)
                .filter(certificate -> MessageDigest.isEqual(bytes(certificate.code()), bytes(code)))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Mono<Page<Certificate>> list(CertificateFilter filter, RegionCode scope, PageQuery page) {
        Criteria wanted =
                new Criteria().andOperator(RevisedRecords.inside(scope), filter.criteria(settings.today(clock)));
        return records.page(wanted, "expiry", Certificate::expiry, page);
    }

    Mono<Page<Certificate>> ofLecturer(String lecturerId, CertificateFilter filter, PageQuery page) {
        Criteria wanted =
                new Criteria().andOperator(where("lecturerId").is(lecturerId), filter.criteria(settings.today(clock)));
        return records.page(wanted, "expiry", Certificate::expiry, page);
    }

    Mono<Boolean> anyValidToday(String lecturerId) {
        return anyValidAt(lecturerId, clock.instant());
    }

    /** Whether a lecturer holds a certificate that is good on the day of a time. */
    Mono<Boolean> anyValidAt(String lecturerId, Instant time) {
        LocalDate day = LocalDate.ofInstant(time, settings.zone());
        Criteria wanted =
                new Criteria().andOperator(where("lecturerId").is(lecturerId), CertificateFilter.validFrom(day));
        return mongo.exists(Query.query(wanted), Certificate.class);
    }

    /** @return fails with {@link NotAllowedException} for officers of a region that did not give it */
    Mono<Certificate> revoke(String number, String reason, long version, CurrentUser user) {
        return visible(number, user)
                .filter(certificate -> user.mayActIn(certificate.issuer()))
                .switchIfEmpty(Mono.error(() -> new NotAllowedException("outside-region")))
                .flatMap(certificate -> records.editable(number, version, certificate.region()))
                .flatMap(certificate ->
                        certificate.revoked() == null ? revoke(certificate, reason, user) : Mono.just(certificate));
    }

    private Mono<Certificate> revoke(Certificate certificate, String reason, CurrentUser user) {
        Certificate.Revocation revocation = new Certificate.Revocation(settings.today(clock), reason.strip());
        return records.change(certificate, certificate.revoked(revocation), user);
    }

    Mono<Page<Revision>> history(String number, PageQuery page, CurrentUser user) {
        return visible(number, user).flatMap(certificate -> records.history(certificate, page));
    }

    /** Valid certificates that end by a day and whose holder nobody has begun to tell, or began and did not end. */
    Flux<Certificate> untold(LocalDate endsBy, int most) {
        Criteria wanted = new Criteria()
                .andOperator(
                        CertificateFilter.validFrom(settings.today(clock)),
                        where("expiry").lt(Certificate.expiry(endsBy.plusDays(1), "")),
                        where("warning.told").ne(true));
        return mongo.find(Query.query(wanted).limit(most), Certificate.class);
    }

    RevisedRecords<Certificate> records() {
        return records;
    }
}
