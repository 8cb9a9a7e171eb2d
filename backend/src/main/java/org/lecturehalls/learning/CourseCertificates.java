package org.lecturehalls.learning;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.lecturehalls.curricula.CourseCatalogue;
import org.lecturehalls.curricula.CourseSummary;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.WebSettings;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Certificates of courses that people have done. */
@Service
class CourseCertificates {

    private static final int MOST = 200;

    private final ReactiveMongoOperations mongo;
    private final Learning learning;
    private final CourseCatalogue catalogue;
    private final WebSettings web;
    private final Clock clock;

    CourseCertificates(
            ReactiveMongoOperations mongo, Learning learning, CourseCatalogue catalogue, WebSettings web, Clock clock) {
        this.mongo = mongo;
        this.learning = learning;
        this.catalogue = catalogue;
        this.web = web;
        this.clock = clock;
    }

    /** The certificate of a course, given when nothing of it is left to do; always the same one. */
    Mono<CourseCertificate> give(CurrentUser user, String courseId) {
        return find(user, courseId).switchIfEmpty(Mono.defer(() -> make(user, courseId)));
    }

    private Mono<CourseCertificate> make(CurrentUser user, String courseId) {
        return catalogue
                .published(List.of(courseId))
                .next()
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .filterWhen(course -> learning.of(user.id()).map(learned -> learned.isDone(course)))
                .switchIfEmpty(Mono.error(() -> new ConflictException("course-not-done")))
                .map(course -> certificate(user, course))
                .flatMap(mongo::insert)
                .onErrorResume(DuplicateKeyException.class, given -> find(user, courseId));
    }

    private CourseCertificate certificate(CurrentUser user, CourseSummary course) {
        return new CourseCertificate(
                CourseCertificate.id(user.id(), course.id()),
                Ids.next(),
                user.id(),
                user.name(),
                course.id(),
                course.title(),
                course.lessons().size(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private Mono<CourseCertificate> find(CurrentUser user, String courseId) {
        return mongo.findById(CourseCertificate.id(user.id(), courseId), CourseCertificate.class);
    }

    /** One's own, the latest first. */
    Flux<CourseCertificate> own(CurrentUser user) {
        Query mine = Query.query(where("userId").is(user.id()))
                .with(Sort.by(Sort.Direction.DESC, "at", "_id"))
                .limit(MOST);
        return mongo.find(mine, CourseCertificate.class);
    }

    /** The paper; fails with {@link NotFoundException} when no certificate was given. */
    Mono<byte[]> pdf(CurrentUser user, String courseId) {
        return find(user, courseId)
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .publishOn(Schedulers.boundedElastic())
                .map(certificate -> CoursePaper.pdf(certificate, address(certificate)));
    }

    private String address(CourseCertificate certificate) {
        return UriComponentsBuilder.fromUri(web.publicUrl())
                .path("/api/v1/course-certificates/{code}/page")
                .build(certificate.code())
                .toString();
    }

    /** What a code stands for. */
    Mono<CourseCertificate> shown(String code) {
        return mongo.findOne(Query.query(where("code").is(code)), CourseCertificate.class)
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }
}
