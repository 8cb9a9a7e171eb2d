package org.lecturehalls.competitions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an officer sets up and what no longer changes once the contest is open.
 *
 * @param opensAt when entries are taken from
 * @param closesAt when entries are no longer taken
 */
record ContestPlan(
        String title,
        ContestKind kind,
        Instant opensAt,
        Instant closesAt,
        List<RubricLine> rubric,
        RankingSettings ranking) {

    ContestPlan {
        rubric = List.copyOf(rubric);
    }

    Optional<RubricLine> criterion(String id) {
        return rubric.stream().filter(line -> line.id().equals(id)).findFirst();
    }

    /** What an entry gets that everybody gives everything. */
    BigDecimal maxScore() {
        return rubric.stream().map(line -> line.weight().multiply(line.max())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
