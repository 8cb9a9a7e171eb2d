package org.lecturehalls.halls;

import org.lecturehalls.regions.RegionCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds halls for other capabilities. */
public interface HallDirectory {

    /** The hall, also a closed or deleted one, which is not active; empty when there is none. */
    Mono<HallSummary> get(String hallId);

    /** All halls of a region and everything inside it, deleted ones left out. */
    Flux<HallSummary> within(RegionCode region);
}
