package org.lecturehalls.statistics;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The sums that were read last, by region and year: dashboards ask for the same ones over and over. */
@Component
class StatisticsCache {

    private static final int KEPT = 200;

    private final StatisticsSettings settings;
    private final Clock clock;
    private final Map<String, Kept> kept = new Oldest();

    StatisticsCache(StatisticsSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Kept(Instant until, Mono<List<Cell>> cells) {}

    synchronized Mono<List<Cell>> get(String key, Supplier<Mono<List<Cell>>> read) {
        var now = clock.instant();
        var found = kept.get(key);
        if (found != null && found.until.isAfter(now)) {
            return found.cells;
        }
        var fresh = read.get().doOnError(failure -> forget(key)).cache();
        kept.put(key, new Kept(now.plus(settings.fresh()), fresh));
        return fresh;
    }

    private synchronized void forget(String key) {
        kept.remove(key);
    }

    synchronized void clear() {
        kept.clear();
    }

    private static final class Oldest extends LinkedHashMap<String, Kept> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > KEPT;
        }
    }
}
