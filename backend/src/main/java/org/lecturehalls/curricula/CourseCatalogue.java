package org.lecturehalls.curricula;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.NotFoundException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What other capabilities may know of courses. */
public interface CourseCatalogue {

    /** A course; fails with {@link NotFoundException} when there is none that this person, or a visitor, may see. */
    Mono<CourseSummary> get(@Nullable CurrentUser user, String courseId);

    /** Those of the courses that are published, in no order. */
    Flux<CourseSummary> published(Collection<String> courseIds);
}
