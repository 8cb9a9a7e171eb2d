package org.lecturehalls.statistics;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** The sums that were read last, by region and year. */
@Component
class CellCache extends RecentAnswers<List<Cell>> {

    CellCache(StatisticsSettings settings, Clock clock) {
        super(settings, clock);
    }
}
