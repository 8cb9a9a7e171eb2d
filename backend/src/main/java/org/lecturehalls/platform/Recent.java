package org.lecturehalls.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** What was read last, for a short time: many ask for the same at once. The eldest makes way. */
public class Recent<T> {

    private final Duration fresh;
    private final Clock clock;
    private final Map<String, Kept<T>> kept;

    /**
     * @param fresh how long something read may be given again
     * @param most how much is kept
     */
    public Recent(Duration fresh, int most, Clock clock) {
        this.fresh = fresh;
        this.clock = clock;
        this.kept = new Bounded<>(most);
    }

    private record Kept<T>(Instant at, Mono<T> answer) {

        /** Not from the future either: a clock that was set back makes nothing last longer. */
        boolean isFresh(Instant now, Duration fresh) {
            return !now.isBefore(at) && now.isBefore(at.plus(fresh));
        }
    }

    /** What was read under the key, or what is read now; a failure and an empty answer are not kept. */
    public synchronized Mono<T> get(String key, Supplier<Mono<T>> read) {
        Instant now = clock.instant();
        Kept<T> found = kept.get(key);
        if (found != null && found.isFresh(now, fresh)) {
            return found.answer;
        }
        Mono<T> answer = read.get()
                .switchIfEmpty(Mono.<T>empty().doOnTerminate(() -> forget(key)))
                .doOnError(failure -> forget(key))
                .cache();
        kept.put(key, new Kept<>(now, answer));
        return answer;
    }

    public synchronized void forget(String key) {
        kept.remove(key);
    }

    public synchronized void clear() {
        kept.clear();
    }

    private static final class Bounded<T> extends LinkedHashMap<String, Kept<T>> {

        private final int most;

        Bounded(int most) {
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept<T>> eldest) {
            return size() > most;
        }
    }
}
