package org.lecturehalls.curricula;

import java.util.List;
import org.lecturehalls.media.AssetUse;
import org.lecturehalls.regions.RegionCode;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whatever a course shows or may show again must not be deleted, and what it shows to everybody not changed unseen. */
@Component
class CourseMedia implements AssetUse {

    private final CourseStore store;

    CourseMedia(CourseStore store) {
        this.store = store;
    }

    @Override
    public Mono<Boolean> uses(String assetId) {
        return store.anyWith(assetId, List.of(CourseState.values()));
    }

    @Override
    public Flux<RegionCode> reviewers(String assetId) {
        return store.publishedWith(List.of(assetId)).map(Course::region);
    }
}
