package org.lecturehalls.sessions;

import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Flux;

/** Tells what lecturers have done. */
public interface LecturerWork {

    /** Of each of the lecturers who held a session that starts in a span of time, its end not included; in no order. */
    Flux<WorkDone> done(Collection<String> lecturerIds, Instant from, Instant to);
}
