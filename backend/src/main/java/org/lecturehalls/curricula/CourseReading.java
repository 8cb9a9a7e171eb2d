package org.lecturehalls.curricula;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.LinkPurpose;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.media.MediaLinks;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What one may look at. */
@Service
class CourseReading {

    private final CourseStore store;
    private final MediaLibrary media;

    CourseReading(CourseStore store, MediaLibrary media) {
        this.store = store;
        this.media = media;
    }

    Mono<Page<Course>> published(PageQuery page, CourseFilter filter) {
        return store.published(page, filter);
    }

    Mono<Page<Course>> own(CurrentUser user, boolean deleted, PageQuery page) {
        return store.ownedBy(user.id(), deleted, page);
    }

    Mono<Page<Course>> toReview(CurrentUser officer, PageQuery page) {
        return store.submittedWithin(officer.region(), page);
    }

    /** Fails with {@link NotFoundException} for whoever may not see the course. */
    Mono<Course> get(@Nullable CurrentUser user, String id) {
        return store.find(id)
                .filter(course -> CoursePolicy.sees(user, course))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    Mono<MediaLinks> playback(@Nullable CurrentUser user, String id, String lessonId) {
        return get(user, id).flatMap(course -> links(course, lessonId));
    }

    private Mono<MediaLinks> links(Course course, String lessonId) {
        LinkPurpose purpose = course.state() == CourseState.PUBLISHED ? LinkPurpose.PUBLIC : LinkPurpose.OWNER;
        return Mono.justOrEmpty(course.lesson(lessonId))
                .mapNotNull(Lesson::mediaAssetId)
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .flatMap(assetId -> media.links(assetId, purpose));
    }
}
