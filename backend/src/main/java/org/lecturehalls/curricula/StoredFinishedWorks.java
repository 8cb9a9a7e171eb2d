package org.lecturehalls.curricula;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.MediaAsset;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.platform.ConflictException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class StoredFinishedWorks implements FinishedWorks {

    private final CourseStore store;
    private final MediaLibrary media;
    private final Clock clock;

    StoredFinishedWorks(CourseStore store, MediaLibrary media, Clock clock) {
        this.store = store;
        this.media = media;
        this.clock = clock;
    }

    @Override
    public Mono<String> publish(FinishedWork work) {
        return store.find(work.id())
                .switchIfEmpty(Mono.defer(() -> insert(work)))
                .map(Course::id);
    }

    private Mono<Course> insert(FinishedWork work) {
        return media.get(work.mediaAssetId())
                .doOnNext(StoredFinishedWorks::checkReady)
                .map(asset -> course(work, asset))
                .flatMap(store::insert)
                .delayUntil(course -> media.setPublished(work.mediaAssetId(), true))
                .onErrorResume(DuplicateKeyException.class, e -> store.find(work.id()));
    }

    private static void checkReady(MediaAsset asset) {
        if (asset.state() != MediaState.READY) {
            throw new ConflictException("media-not-ready");
        }
    }

    private Course course(FinishedWork work, MediaAsset asset) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        CurrentUser owner = new CurrentUser(work.ownerId(), work.ownerName(), Set.of(), work.region());
        Lesson lesson = Lesson.media(work.id(), work.title(), asset);
        Course.Description description =
                new Course.Description(work.title(), work.summary(), CourseFormat.LECTURE, "zh", null, null, null);
        return Course.draft(work.id(), description, owner, now)
                .withLesson(lesson)
                .published(now);
    }
}
