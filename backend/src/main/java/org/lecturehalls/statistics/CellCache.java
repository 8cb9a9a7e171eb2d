package org.lecturehalls.statistics;

import java.time.Clock;
import java.util.List;
import org.lecturehalls.answers.SharedAnswers;
import org.lecturehalls.platform.Recent;
import org.springframework.stereotype.Component;

/** The sums that were read last, by region and year. */
@Component
class CellCache extends Recent<List<Cell>> {

    private static final int KEPT = 200;

    private final SharedAnswers answers;

    CellCache(StatisticsSettings settings, SharedAnswers answers, Clock clock) {
        super(settings.fresh(), KEPT, clock);
        this.answers = answers;
    }

    /** Figures have changed. */
    @Override
    public synchronized void clear() {
        super.clear();
        answers.forget(StatisticsAccess.STATISTICS);
    }
}
