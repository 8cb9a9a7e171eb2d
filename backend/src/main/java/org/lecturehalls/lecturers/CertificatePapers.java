package org.lecturehalls.lecturers;

import java.net.URI;
import java.time.Clock;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.lecturers.paper.CertificatePaper;
import org.lecturehalls.lecturers.paper.CertificateText;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.WebSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Certificates on paper, and what the paper's code leads to. */
@Service
class CertificatePapers {

    private final CertificateRecords certificates;
    private final ReactiveMongoOperations mongo;
    private final CertificatePaper paper;
    private final TrainingSettings settings;
    private final WebSettings web;
    private final Scheduler printing;
    private final Clock clock;

    CertificatePapers(
            CertificateRecords certificates,
            ReactiveMongoOperations mongo,
            CertificatePaper paper,
            TrainingSettings settings,
            WebSettings web,
            @Qualifier("printing") Scheduler printing,
            Clock clock) {
        this.certificates = certificates;
        this.mongo = mongo;
        this.paper = paper;
        this.settings = settings;
        this.web = web;
        this.printing = printing;
        this.clock = clock;
    }

    /**
     * The PDF, for those who may see the certificate; none of a person who was forgotten. Fails with
     * {@link ConflictException} when it was revoked.
     */
    Mono<byte[]> pdf(String number, CurrentUser user) {
        return certificates
                .visible(number, user)
                .doOnNext(CertificatePapers::checkGood)
                .zipWhen(certificate -> name(certificate).filter(name -> !name.isEmpty()))
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .map(found -> text(found.getT1(), found.getT2()))
                .flatMap(text -> Mono.fromCallable(() -> paper.pdf(text)).subscribeOn(printing));
    }

    /** An expired one is still what it says. */
    private static void checkGood(Certificate certificate) {
        if (certificate.revoked() != null) {
            throw new ConflictException("certificate-revoked");
        }
    }

    private CertificateText text(Certificate certificate, String name) {
        return new CertificateText(
                certificate.id(),
                name,
                certificate.training().cohort(),
                certificate.training().startsOn(),
                certificate.training().endsOn(),
                certificate.training().hours(),
                certificate.issuedOn(),
                certificate.validUntil(),
                settings.issuer(),
                address(certificate).toString());
    }

    /** Where somebody who has the paper learns whether it is still good. */
    URI address(Certificate certificate) {
        return UriComponentsBuilder.fromUri(web.publicUrl())
                .path("/api/v1/certificates/{number}/verification-page")
                .queryParam("code", certificate.code())
                .build(certificate.id());
    }

    Mono<VerificationView> verify(String number, String code) {
        return certificates
                .shown(number, code)
                .zipWhen(certificate -> name(certificate).defaultIfEmpty(""))
                .map(found -> VerificationView.of(found.getT1(), found.getT2(), settings.today(clock)));
    }

    private Mono<String> name(Certificate certificate) {
        return mongo.findById(certificate.lecturerId(), Lecturer.class).map(Lecturer::name);
    }
}
