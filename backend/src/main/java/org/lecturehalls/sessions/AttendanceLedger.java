package org.lecturehalls.sessions;

import reactor.core.publisher.Flux;

/** Tells which sessions people came to. */
public interface AttendanceLedger {

    /** Ids of the sessions at which a person checked in by their account, each once; those that were taken back are left out. */
    Flux<String> attendedBy(String userId);
}
