package org.lecturehalls.competitions;

import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Somebody else's write came between reading a document and writing it; the step is decided again on what they wrote. */
final class LostRace extends RuntimeException {

    private static final int MOST_TRIES = 20;

    private LostRace() {
        super("lost the race", null, false, false);
    }

    /** For a conditional write that answers nothing when its condition no longer held. */
    static <T> Function<Mono<T>, Mono<T>> whenEmpty() {
        return write -> write.switchIfEmpty(lost());
    }

    static <T> Mono<T> lost() {
        return Mono.error(LostRace::new);
    }

    static Retry retry() {
        return retry(MOST_TRIES);
    }

    static Retry retry(int mostTries) {
        return Retry.max(mostTries).filter(LostRace.class::isInstance);
    }
}
