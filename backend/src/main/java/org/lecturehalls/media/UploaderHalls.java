package org.lecturehalls.media;

import reactor.core.publisher.Mono;

/** Answered by the capability that knows where uploaders are at home. */
@FunctionalInterface
public interface UploaderHalls {

    /** The hall to whose account somebody's files go; empty when there is none. */
    Mono<UploaderHall> of(String userId);

    /** A hall, as far as accounting needs it. */
    record UploaderHall(String id, String name) {}
}
