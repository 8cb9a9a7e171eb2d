package org.lecturehalls.curricula;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class StoredCatalogue implements CourseCatalogue {

    private final CourseReading reading;
    private final CourseStore store;

    StoredCatalogue(CourseReading reading, CourseStore store) {
        this.reading = reading;
        this.store = store;
    }

    @Override
    public Mono<CourseSummary> get(@Nullable CurrentUser user, String courseId) {
        return reading.get(user, courseId).map(CourseSummary::of);
    }

    @Override
    public Flux<CourseSummary> published(Collection<String> courseIds) {
        return store.publishedOf(courseIds).map(CourseSummary::of);
    }
}
