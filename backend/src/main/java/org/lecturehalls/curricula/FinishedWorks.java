package org.lecturehalls.curricula;

import reactor.core.publisher.Mono;

/** Makes published courses of finished works. */
public interface FinishedWorks {

    /**
     * Publishes a work and its media as a course and answers the course's id. A work that is a course already stays as
     * it is, whatever has become of it. The caller has checked who is asking and that the work is finished.
     */
    Mono<String> publish(FinishedWork work);
}
