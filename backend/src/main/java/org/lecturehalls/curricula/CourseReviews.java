package org.lecturehalls.curricula;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.MediaAsset;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What officers do with courses that were handed in. */
@Service
class CourseReviews {

    private final Courses courses;
    private final CourseStore store;
    private final MediaLibrary media;
    private final Prerequisites prerequisites;
    private final UnwantedFiles files;
    private final Clock clock;

    CourseReviews(
            Courses courses,
            CourseStore store,
            MediaLibrary media,
            Prerequisites prerequisites,
            UnwantedFiles files,
            Clock clock) {
        this.courses = courses;
        this.store = store;
        this.media = media;
        this.prerequisites = prerequisites;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Publishes a course and then its media. Should the backend stop between the two, the course is listed but does not
     * play until the step is repeated; the other way round media would be public that no officer has published.
     */
    Mono<Course> publish(CurrentUser officer, String id) {
        return courses.allowed(officer, id, CourseStep.PUBLISH)
                .delayUntil(course -> prerequisites.check(
                        course.lineage(), course.description().required()))
                .flatMap(course -> assetsOf(course).flatMap(assets -> publish(officer, course, assets)));
    }

    private Mono<Course> publish(CurrentUser officer, Course read, Map<String, MediaAsset> assets) {
        return read.revises() == null
                ? courses.change(officer, read.id(), CourseStep.PUBLISH, course -> published(course, assets))
                        .delayUntil(this::publishMedia)
                : renew(officer, read, read.revises(), assets);
    }

    /**
     * Puts a revision online under the id of its course. Should the backend stop before the revision is gone, it waits
     * for review still, and publishing it again ends what was begun. An owner who took it back meanwhile keeps it.
     */
    private Mono<Course> renew(CurrentUser officer, Course revision, String courseId, Map<String, MediaAsset> assets) {
        Course ready = published(revision, assets);
        return courses.allowed(officer, courseId, CourseStep.RENEW)
                .flatMap(old -> courses.change(officer, courseId, CourseStep.RENEW, course -> course.renewed(ready))
                        .delayUntil(this::publishMedia)
                        .delayUntil(course -> withdrawMedia(old))
                        .delayUntil(course -> store.removeRevision(revision))
                        .delayUntil(course -> files.ofRemoved(old, course)));
    }

    Mono<Course> giveBack(CurrentUser officer, String id, String note) {
        return courses.change(officer, id, CourseStep.RETURN, course -> course.returned(note));
    }

    /**
     * Takes a course out of the catalogue, and its media unless another published course has them; nobody goes on making
     * plain files of those either.
     */
    Mono<Course> archive(CurrentUser officer, String id) {
        return courses.change(officer, id, CourseStep.ARCHIVE, course -> course.in(CourseState.ARCHIVED))
                .delayUntil(this::withdrawMedia)
                .delayUntil(files::ofArchived);
    }

    private Mono<Map<String, MediaAsset>> assetsOf(Course course) {
        return assetIds(course)
                .concatMap(assetId -> media.get(assetId).onErrorResume(NotFoundException.class, e -> Mono.empty()))
                .collectMap(MediaAsset::id);
    }

    private Course published(Course course, Map<String, MediaAsset> assets) {
        List<FieldProblem> notReady = new ArrayList<>();
        for (int i = 0; i < course.lessons().size(); i++) {
            boolean ready = course.lessons().get(i).assetIds().allMatch(assetId -> isReady(assets.get(assetId)));
            if (!ready) {
                notReady.add(FieldProblem.of("lessons[" + i + "]", "media-not-ready"));
            }
        }
        if (!notReady.isEmpty()) {
            throw ConflictException.naming("media-not-ready", notReady);
        }
        Course known = course.withLessons(lesson -> about(lesson, assets));
        return course.state() == CourseState.PUBLISHED
                ? known
                : known.published(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static boolean isReady(@Nullable MediaAsset asset) {
        return asset != null && asset.state() == MediaState.READY;
    }

    private static Lesson about(Lesson lesson, Map<String, MediaAsset> assets) {
        MediaAsset asset = lesson.mediaAssetId() == null ? null : assets.get(lesson.mediaAssetId());
        return asset == null ? lesson : lesson.about(asset);
    }

    private Mono<Void> publishMedia(Course course) {
        return assetIds(course)
                .concatMap(assetId -> media.setPublished(assetId, true))
                .then();
    }

    private Mono<Void> withdrawMedia(Course course) {
        return assetIds(course)
                .filterWhen(assetId ->
                        store.anyWith(assetId, List.of(CourseState.PUBLISHED)).map(used -> !used))
                .concatMap(assetId -> media.setPublished(assetId, false))
                .then();
    }

    private static Flux<String> assetIds(Course course) {
        Set<String> ids = course.lessons().stream().flatMap(Lesson::assetIds).collect(Collectors.toSet());
        return Flux.fromIterable(ids);
    }
}
