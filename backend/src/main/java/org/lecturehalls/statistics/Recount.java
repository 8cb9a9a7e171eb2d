package org.lecturehalls.statistics;

import reactor.core.publisher.Mono;

/** Counts all figures anew, for whoever has brought sessions in behind the events' back. */
public interface Recount {

    /** @return how many sessions count */
    Mono<Integer> recount();
}
