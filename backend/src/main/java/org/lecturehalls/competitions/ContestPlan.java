package org.lecturehalls.competitions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an officer sets up and what no longer changes once the contest is open.
 *
 * @param opensAt when entries are taken from
 * @param closesAt when entries are no longer taken; the one thing that an officer may put off, saying why
 * @param terms what may be entered
 * @param judgesPerEntry how many judge each entry; zero when everybody judges everything they may
 * @param deductions what may be taken off, and how much
 * @param awards the tiers, highest first
 * @param votingEndsAt until when the public may vote once the result is published; null when it does not
 * @param dossier what an award to lecturers looks at; null for contests of media
 */
record ContestPlan(
        String title,
        ContestKind kind,
        Instant opensAt,
        Instant closesAt,
        List<RubricLine> rubric,
        RankingSettings ranking,
        EntryTerms terms,
        int judgesPerEntry,
        List<DeductionRule> deductions,
        List<AwardRule> awards,
        @Nullable Instant votingEndsAt,
        @Nullable DossierRule dossier) {

    ContestPlan {
        rubric = List.copyOf(rubric);
        deductions = List.copyOf(deductions);
        awards = List.copyOf(awards);
    }

    Optional<RubricLine> criterion(String id) {
        return rubric.stream().filter(line -> line.id().equals(id)).findFirst();
    }

    Optional<DeductionRule> deduction(String id) {
        return deductions.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** What an entry gets that everybody gives everything. */
    BigDecimal maxScore() {
        return rubric.stream().map(line -> line.weight().multiply(line.max())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
