package org.lecturehalls.statistics;

import java.time.Duration;
import org.lecturehalls.regions.RegionCode;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Figures for those who keep a dashboard open. All who look at the same ask the same cache, which is filled once in a
 * while however many they are; so a burst of check-ins costs one count and one line to each.
 */
@Component
class LiveFigures {

    private final Statistics statistics;
    private final StatisticsSettings settings;

    LiveFigures(Statistics statistics, StatisticsSettings settings) {
        this.statistics = statistics;
        this.settings = settings;
    }

    /** The year's sentence now, and whenever it is another; a slow reader misses only what is out of date. */
    Flux<Statistics.Sentence> watch(RegionCode region, int year) {
        return Flux.interval(Duration.ZERO, settings.fresh())
                .onBackpressureLatest()
                .concatMap(tick -> statistics.sentence(region, year), 1)
                .distinctUntilChanged();
    }
}
