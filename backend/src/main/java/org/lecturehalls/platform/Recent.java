package org.lecturehalls.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** What was read last, for a short time: many ask for the same at once. The eldest makes way. */
public class Recent<T> {

    private final Fresh<Mono<T>> kept;

    /**
     * @param fresh how long something read may be given again
     * @param most how much is kept
     */
    public Recent(Duration fresh, int most, Clock clock) {
        this.kept = new Fresh<>(fresh, most, clock);
    }

    /** What was read under the key, or what is read now; a failure and an empty answer are not kept. */
    public synchronized Mono<T> get(String key, Supplier<Mono<T>> read) {
        Mono<T> found = kept.find(key);
        if (found != null) {
            return found;
        }
        Mono<T> answer = read.get()
                .switchIfEmpty(Mono.<T>empty().doOnTerminate(() -> forget(key)))
                .doOnError(failure -> forget(key))
                .cache();
        kept.keep(key, answer);
        return answer;
    }

    public void forget(String key) {
        kept.forget(key);
    }

    public void clear() {
        kept.clear();
    }
}
