package org.lecturehalls.lecturers;

import reactor.core.publisher.Mono;

/** Tells where lecturers are at home. */
public interface HomeHalls {

    /** The id of the home hall of the lecturer who signs in with this account; empty when there is none. */
    Mono<String> ofUser(String userId);
}
