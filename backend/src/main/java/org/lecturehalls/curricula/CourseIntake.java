package org.lecturehalls.curricula;

import java.time.Instant;
import java.util.List;
import org.lecturehalls.identity.CurrentUser;
import reactor.core.publisher.Mono;

/** Takes published courses over that were kept elsewhere, ids and all. Their lessons are added afterwards. */
public interface CourseIntake {

    /** One course, in Mandarin. */
    record Entry(String id, String title, String summary, CourseFormat format, Instant publishedAt) {}

    /** Stores the courses as the person's own; a repeat changes nothing. */
    Mono<Void> take(List<Entry> courses, CurrentUser by);
}
