package org.lecturehalls.curricula;

import java.util.List;
import java.util.function.UnaryOperator;
import org.lecturehalls.history.FieldChange;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.LinkPurpose;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.media.MediaLinks;
import org.lecturehalls.media.Replacement;
import org.lecturehalls.media.ReplacementDesk;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * What officers do with files that are to replace those of published courses. Who may publish a course decides about it; of
 * several courses that show the same file, one officer of any decides for all.
 */
@Service
class ReplacementReviews {

    private final ReplacementDesk desk;
    private final CourseStore store;
    private final MediaLibrary media;

    ReplacementReviews(ReplacementDesk desk, CourseStore store, MediaLibrary media) {
        this.desk = desk;
        this.store = store;
        this.media = media;
    }

    /** A file, and the officer's courses that are to show it. */
    record Asked(Replacement file, List<Course> courses) {}

    Mono<Page<Asked>> toReview(CurrentUser officer, PageQuery page) {
        return desk.waitingWithin(officer.region(), page).flatMap(files -> withCourses(officer, files));
    }

    private Mono<Page<Asked>> withCourses(CurrentUser officer, Page<Replacement> files) {
        return store.publishedWith(
                        files.items().stream().map(Replacement::replaced).toList())
                .filter(course -> decides(officer, course))
                .collectList()
                .map(courses -> files.map(file -> asked(file, courses)));
    }

    private static Asked asked(Replacement file, List<Course> courses) {
        return new Asked(
                file,
                courses.stream()
                        .filter(course -> course.lessons().stream().anyMatch(lesson -> lesson.shows(file.replaced())))
                        .toList());
    }

    private static boolean decides(CurrentUser officer, Course course) {
        return CoursePolicy.reject(CourseStep.RENEW, officer, course).isEmpty();
    }

    Mono<MediaLinks> playback(CurrentUser officer, String id) {
        return get(officer, id).flatMap(asked -> media.links(id, LinkPurpose.OWNER));
    }

    /**
     * Lets a file take its place. What was decided is kept before the file is shown, so that it can be repeated where it was
     * interrupted.
     */
    Mono<Void> approve(CurrentUser officer, String id) {
        return get(officer, id)
                .delayUntil(asked -> desk.approve(id))
                .delayUntil(
                        asked -> keep(officer, asked, replaced(asked.file()), lesson -> lesson.showing(asked.file())))
                .flatMap(asked -> desk.show(id));
    }

    Mono<Void> refuse(CurrentUser officer, String id, String note) {
        return get(officer, id)
                .delayUntil(asked -> desk.refuse(id, note))
                .flatMap(asked -> keep(officer, asked, refused(asked.file(), note), lesson -> lesson));
    }

    /** Fails with {@link NotFoundException} for whoever may not decide about it. */
    private Mono<Asked> get(CurrentUser officer, String id) {
        return desk.get(id)
                .flatMap(file -> withCourses(officer, new Page<>(List.of(file), null)))
                .map(page -> page.items().get(0))
                .filter(asked -> !asked.courses().isEmpty())
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    private static FieldChange replaced(Replacement file) {
        return new FieldChange("file", file.replacedName(), file.fileName());
    }

    private static FieldChange refused(Replacement file, String note) {
        return new FieldChange("refusedFile", "", file.fileName() + "；" + note);
    }

    private Mono<Void> keep(CurrentUser officer, Asked asked, FieldChange decision, UnaryOperator<Lesson> change) {
        return Flux.fromIterable(asked.courses())
                .concatMap(course -> keep(officer, course.id(), decision, change))
                .then();
    }

    private Mono<Course> keep(
            CurrentUser officer, String courseId, FieldChange decision, UnaryOperator<Lesson> change) {
        return Mono.defer(() -> store.find(courseId))
                .flatMap(course -> store.change(course, course.withLessons(change), officer, decision))
                .retryWhen(Retry.max(5).filter(OptimisticLockingFailureException.class::isInstance));
    }
}
