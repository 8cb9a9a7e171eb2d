package org.lecturehalls.notices;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Tells those who watch their notices that something has changed. What happens at another backend is not heard of here,
 * which is why everybody looks again each minute.
 */
@Component
class NoticeNews {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final Sinks.Many<String> changed = Sinks.many().multicast().directBestEffort();

    /** Somebody's notices changed. */
    synchronized void changed(String userId) {
        changed.tryEmitNext(userId);
    }

    void changed(Collection<String> userIds) {
        new HashSet<>(userIds).forEach(this::changed);
    }

    /** What is found now, and whenever it is another; a slow reader misses only what is out of date. */
    <T> Flux<T> watch(String userId, Mono<T> look) {
        Flux<Object> again = changed.asFlux().filter(userId::equals).cast(Object.class);
        return Flux.merge(Flux.interval(Duration.ZERO, LOOK_AGAIN), again)
                .onBackpressureLatest()
                .concatMap(tick -> look, 1)
                .distinctUntilChanged();
    }
}
