package org.lecturehalls.curricula;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.LinkPurpose;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.media.OfflineFiles;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Lessons as plain files, for whoever may watch them. */
@Service
class LessonFiles {

    private final CourseReading reading;
    private final MediaLibrary media;

    LessonFiles(CourseReading reading, MediaLibrary media) {
        this.reading = reading;
        this.media = media;
    }

    Mono<OfflineFiles> get(@Nullable CurrentUser user, String courseId, String lessonId) {
        return reading.get(user, courseId)
                .flatMap(course -> lesson(course, lessonId).flatMap(lesson -> of(course, lesson)));
    }

    /** Has them made, and answers how far they are. */
    Mono<OfflineFiles> order(CurrentUser user, String courseId, String lessonId) {
        return reading.get(user, courseId)
                .flatMap(course -> lesson(course, lessonId)
                        .flatMap(lesson -> order(course, lesson).then(Mono.defer(() -> of(course, lesson)))));
    }

    /** The caller has checked who is asking. */
    Mono<Void> order(Course course, Lesson lesson) {
        return Mono.justOrEmpty(lesson.mediaAssetId())
                .flatMap(assetId -> media.orderOfflineFiles(
                        assetId, lesson.title(), course.description().title()));
    }

    /** The caller has checked who is asking. */
    Mono<OfflineFiles> of(Course course, Lesson lesson) {
        LinkPurpose purpose = course.state() == CourseState.PUBLISHED ? LinkPurpose.PUBLIC : LinkPurpose.OWNER;
        return Mono.justOrEmpty(lesson.mediaAssetId()).flatMap(assetId -> media.offlineFiles(assetId, purpose));
    }

    private static Mono<Lesson> lesson(Course course, String lessonId) {
        return Mono.justOrEmpty(course.lesson(lessonId))
                .filter(lesson -> lesson.kind() == LessonKind.VIDEO)
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }
}
