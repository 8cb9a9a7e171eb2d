package org.lecturehalls.lecturers;

import reactor.core.publisher.Mono;

/** Finds lecturers for other capabilities; those put away are not found. */
public interface LecturerDirectory {

    /** Empty when there is none. */
    Mono<LecturerSummary> get(String lecturerId);

    /** The lecturer who signs in with this account; empty when there is none. */
    Mono<LecturerSummary> ofUser(String userId);
}
