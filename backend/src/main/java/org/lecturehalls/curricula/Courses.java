package org.lecturehalls.curricula;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.curricula.Course.Description;
import org.lecturehalls.history.ChangeKind;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.MediaAsset;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.Idempotency;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.LimitExceededException;
import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.sessions.SessionLedger;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Writing courses: what their owners do before they hand them in. */
@Service
class Courses {

    static final int MOST_LESSONS = 200;

    private final CourseStore store;
    private final MediaLibrary media;
    private final SessionLedger sessions;
    private final SubjectAreas subjects;
    private final Prerequisites prerequisites;
    private final UnwantedFiles files;
    private final Idempotency idempotency;
    private final Clock clock;

    Courses(
            CourseStore store,
            MediaLibrary media,
            SessionLedger sessions,
            SubjectAreas subjects,
            Prerequisites prerequisites,
            UnwantedFiles files,
            Idempotency idempotency,
            Clock clock) {
        this.store = store;
        this.media = media;
        this.sessions = sessions;
        this.subjects = subjects;
        this.prerequisites = prerequisites;
        this.files = files;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    Mono<Course> create(CurrentUser owner, Description description, @Nullable String key) {
        return idempotency
                .once(owner.id(), "courses", key, () -> insert(owner, description))
                .flatMap(store::find);
    }

    private Mono<String> insert(CurrentUser owner, Description description) {
        String id = Ids.next();
        Course draft = Course.draft(id, description, owner, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return subjects.check(description.subject())
                .then(prerequisites.check(id, description.required()))
                .then(store.insert(draft))
                .map(Course::id);
    }

    Mono<Course> describe(CurrentUser user, String id, @Nullable String ifMatch, Description description) {
        return allowed(user, id, CourseStep.EDIT)
                .delayUntil(course -> checkNew(course, description))
                .then(change(user, id, CourseStep.EDIT, course -> {
                    Etags.check(ifMatch, course.storedVersion());
                    return course.with(description);
                }));
    }

    /** What was said before may stay, also when the subject area has been put away since. */
    private Mono<Void> checkNew(Course course, Description description) {
        boolean sameSubject =
                Objects.equals(description.subject(), course.description().subject());
        return (sameSubject ? Mono.<Void>empty() : subjects.check(description.subject()))
                .then(prerequisites.check(course.lineage(), description.required()));
    }

    Mono<Course> addLesson(CurrentUser user, String id, String title, String mediaAssetId) {
        return allowed(user, id, CourseStep.EDIT)
                .then(media.ownedBy(user, mediaAssetId))
                .doOnNext(Courses::checkUsable)
                .map(asset -> Lesson.media(Ids.next(), title, asset))
                .flatMap(lesson -> change(user, id, CourseStep.EDIT, course -> withLesson(course, lesson)));
    }

    /** @return fails when there is no such session */
    Mono<Course> addSession(CurrentUser user, String id, String title, String sessionId, @Nullable String ifMatch) {
        return sessions.facts(sessionId)
                .switchIfEmpty(Mono.error(
                        () -> new InvalidInputException(List.of(FieldProblem.of("sessionId", "unknown-session")))))
                .then(change(user, id, CourseStep.EDIT, course -> {
                    Etags.check(ifMatch, course.storedVersion());
                    return withLesson(course, Lesson.session(Ids.next(), title, sessionId));
                }));
    }

    private static void checkUsable(MediaAsset asset) {
        if (asset.state() == MediaState.REFUSED || asset.state() == MediaState.FAILED) {
            throw new ConflictException("media-not-usable");
        }
    }

    static Course withLesson(Course course, Lesson lesson) {
        if (course.lessons().size() >= MOST_LESSONS) {
            throw new LimitExceededException("too-many-lessons", MOST_LESSONS);
        }
        return course.withLesson(lesson);
    }

    Mono<Course> removeLesson(CurrentUser user, String id, String lessonId, @Nullable String ifMatch) {
        return allowed(user, id, CourseStep.EDIT)
                .flatMap(before -> change(user, id, CourseStep.EDIT, course -> without(course, lessonId, ifMatch))
                        .delayUntil(after -> files.ofRemoved(before, after)));
    }

    private static Course without(Course course, String lessonId, @Nullable String ifMatch) {
        Etags.check(ifMatch, course.storedVersion());
        Lesson lesson = course.lesson(lessonId).orElseThrow(NotFoundException::new);
        return course.without(lesson);
    }

    /** @return fails with {@code not-the-lessons} when the ids are not those of the course, each once */
    Mono<Course> reorder(CurrentUser user, String id, List<String> lessonIds, @Nullable String ifMatch) {
        return change(user, id, CourseStep.EDIT, course -> {
            Etags.check(ifMatch, course.storedVersion());
            List<Lesson> ordered = lessonIds.stream()
                    .distinct()
                    .flatMap(each -> course.lesson(each).stream())
                    .toList();
            if (ordered.size() != lessonIds.size()
                    || ordered.size() != course.lessons().size()) {
                throw new InvalidInputException(List.of(FieldProblem.of("lessonIds", "not-the-lessons")));
            }
            return course.with(ordered);
        });
    }

    Mono<Course> withdraw(CurrentUser user, String id) {
        return change(user, id, CourseStep.WITHDRAW, course -> course.in(CourseState.DRAFT));
    }

    Mono<Course> submit(CurrentUser user, String id) {
        return change(user, id, CourseStep.SUBMIT, course -> course.in(CourseState.SUBMITTED));
    }

    /** The course, when the user may take the step now; fails when not. */
    Mono<Course> allowed(CurrentUser user, String id, CourseStep step) {
        return store.find(id)
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .doOnNext(course -> CoursePolicy.reject(step, user, course).ifPresent(Courses::refuse));
    }

    /** Takes a step; when somebody else writes at the same time, decides again on what they wrote. */
    Mono<Course> change(CurrentUser user, String id, CourseStep step, UnaryOperator<Course> change) {
        return Mono.defer(() -> allowed(user, id, step))
                .flatMap(before -> store.change(before, change.apply(before), user, ChangeKind.CHANGED))
                .retryWhen(Retry.max(5).filter(OptimisticLockingFailureException.class::isInstance));
    }

    private static void refuse(CoursePolicy.Rejection rejection) {
        throw switch (rejection) {
            case HIDDEN -> new NotFoundException();
            case NOT_YOURS -> new NotAllowedException();
            case WRONG_STATE -> new ConflictException("wrong-course-state");
            case NO_LESSONS -> new ConflictException("no-lessons");
        };
    }
}
