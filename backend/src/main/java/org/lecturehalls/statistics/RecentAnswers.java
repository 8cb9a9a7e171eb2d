package org.lecturehalls.statistics;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** The answers that were given last: dashboards ask for the same ones over and over. */
class RecentAnswers<T> {

    private static final int KEPT = 200;

    private final StatisticsSettings settings;
    private final Clock clock;
    private final Map<String, Kept<T>> kept = new Oldest<>();

    RecentAnswers(StatisticsSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Kept<T>(Instant until, Mono<T> answer) {}

    synchronized Mono<T> get(String key, Supplier<Mono<T>> read) {
        var now = clock.instant();
        var found = kept.get(key);
        if (found != null && found.until.isAfter(now)) {
            return found.answer;
        }
        var fresh = read.get().doOnError(failure -> forget(key)).cache();
        kept.put(key, new Kept<>(now.plus(settings.fresh()), fresh));
        return fresh;
    }

    private synchronized void forget(String key) {
        kept.remove(key);
    }

    synchronized void clear() {
        kept.clear();
    }

    private static final class Oldest<T> extends LinkedHashMap<String, Kept<T>> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept<T>> eldest) {
            return size() > KEPT;
        }
    }
}
