package org.lecturehalls.curricula;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lecturehalls.media.MediaLibrary;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has nobody go on making plain files of lessons that were deleted or taken offline. */
@Component
class UnwantedFiles {

    private final CourseStore store;
    private final MediaLibrary media;

    UnwantedFiles(CourseStore store, MediaLibrary media) {
        this.store = store;
        this.media = media;
    }

    /** Of a course that is deleted. */
    Mono<Void> ofAll(Course deleted) {
        return stop(videos(deleted));
    }

    /** Of the lessons that a course had before it was changed. */
    Mono<Void> ofRemoved(Course before, Course after) {
        Set<String> removed = new LinkedHashSet<>(videos(before));
        removed.removeAll(videos(after));
        return stop(removed);
    }

    /** Of a course that was taken offline; what another one that is online shows as well goes on. */
    Mono<Void> ofArchived(Course archived) {
        return stop(videos(archived), assetId -> store.anyWith(assetId, List.of(CourseState.PUBLISHED)));
    }

    /** What another lesson has as well goes on. */
    private Mono<Void> stop(Set<String> assetIds) {
        return stop(assetIds, store::isTaught);
    }

    private Mono<Void> stop(Set<String> assetIds, Function<String, Mono<Boolean>> wanted) {
        return Flux.fromIterable(assetIds)
                .filterWhen(assetId -> wanted.apply(assetId).map(still -> !still), 1)
                .concatMap(media::stopOfflineFiles)
                .then();
    }

    private static Set<String> videos(Course course) {
        return course.lessons().stream()
                .filter(lesson -> lesson.kind() == LessonKind.VIDEO)
                .map(Lesson::mediaAssetId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
