package org.lecturehalls.curricula;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.ChangeKind;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.platform.StaleVersionException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * New content for courses that are online. A revision is a draft of its own, written and handed in as any; the course
 * stays as it is until an officer publishes the revision, which puts its content under the course's id in one write.
 */
@Service
class CourseRevisions {

    private final CourseStore store;
    private final Courses courses;
    private final UnwantedFiles files;
    private final Clock clock;

    CourseRevisions(CourseStore store, Courses courses, UnwantedFiles files, Clock clock) {
        this.store = store;
        this.courses = courses;
        this.files = files;
        this.clock = clock;
    }

    /** The course's open revision, begun if there is none. Lessons keep their ids, and so what people learnt of them. */
    Mono<Course> begin(CurrentUser owner, String courseId) {
        return courses.allowed(owner, courseId, CourseStep.REVISE)
                .flatMap(course -> store.revisionOf(courseId).switchIfEmpty(Mono.defer(() -> insert(course, owner))));
    }

    private Mono<Course> insert(Course course, CurrentUser owner) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var first = new Revision(1, owner.id(), owner.name(), now, ChangeKind.CREATED, List.of());
        return store.insert(course.revision(Ids.next(), first))
                .onErrorResume(DuplicateKeyException.class, e -> store.revisionOf(course.id()));
    }

    /** The open revision, for the owner and officers; fails with {@link NotFoundException} when there is none. */
    Mono<Course> of(CurrentUser user, String courseId) {
        return store.revisionOf(courseId)
                .filter(revision -> CoursePolicy.isParty(user, revision))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /**
     * Puts a draft away; a revision is dropped for good, since its course is still there.
     *
     * @return fails with {@link StaleVersionException} when it was changed meanwhile
     */
    Mono<Void> delete(CurrentUser owner, String id, @Nullable String ifMatch) {
        return courses.allowed(owner, id, CourseStep.DELETE)
                .doOnNext(course -> Etags.check(ifMatch, course.storedVersion()))
                .flatMap(course -> remove(course, owner).then(files.ofAll(course)))
                .onErrorMap(OptimisticLockingFailureException.class, late -> new StaleVersionException());
    }

    private Mono<Void> remove(Course course, CurrentUser owner) {
        return course.revises() == null ? putAway(course, owner) : drop(course);
    }

    private Mono<Void> putAway(Course course, CurrentUser owner) {
        var away = course.deleted(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return store.change(course, away, owner, ChangeKind.DELETED).then();
    }

    private Mono<Void> drop(Course revision) {
        return store.removeRevision(revision)
                .filter(removed -> removed)
                .switchIfEmpty(Mono.error(StaleVersionException::new))
                .then();
    }

    /** Brings one's draft back; one that is in use stays as it is. */
    Mono<Course> restore(CurrentUser owner, String id) {
        return store.findDeleted(id)
                .filter(course -> course.ownerId().equals(owner.id()))
                .flatMap(away -> store.change(away, away.deleted(null), owner, ChangeKind.RESTORED))
                .switchIfEmpty(Mono.defer(() -> courses.allowed(owner, id, CourseStep.DELETE)));
    }

    /** Who changed the course, for the owner and officers. */
    Mono<Page<Revision>> history(CurrentUser user, String id, PageQuery page) {
        return store.find(id)
                .filter(course -> CoursePolicy.isParty(user, course))
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .flatMap(course -> store.history(course, page));
    }
}
