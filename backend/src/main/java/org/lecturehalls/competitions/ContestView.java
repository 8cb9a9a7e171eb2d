package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.ContestInput.CriterionInput;
import org.lecturehalls.competitions.ContestInput.JudgeInput;
import org.lecturehalls.competitions.PlanInput.AwardInput;
import org.lecturehalls.competitions.PlanInput.DeductionInput;
import org.lecturehalls.competitions.PlanInput.DossierInput;
import org.lecturehalls.competitions.PlanInput.TermsInput;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.regions.RegionCode;

/**
 * A contest as callers see it.
 *
 * @param maxScore what an entry gets that everybody gives everything
 * @param judgeIds for whoever runs the contest
 * @param judges for whoever runs the contest
 * @param version for whoever runs the contest what a change is based on; for others it counts what was announced
 */
@Schema(name = "Contest")
record ContestView(
        String id,
        String title,
        ContestKind kind,
        ContestState state,
        RegionCode region,
        Instant opensAt,
        Instant closesAt,
        List<CriterionInput> rubric,
        RankingSettings ranking,
        BigDecimal maxScore,
        TermsInput terms,
        int judgesPerEntry,
        List<DeductionInput> deductions,
        List<AwardInput> awards,
        @Nullable Instant votingEndsAt,
        @Nullable DossierInput dossier,
        @Nullable List<String> judgeIds,
        @Nullable List<JudgeInput> judges,
        long version) {

    static ContestView of(Contest contest, @Nullable CurrentUser user) {
        boolean officer = Standing.of(user, contest) == Standing.OFFICER;
        ContestPlan plan = contest.plan();
        return new ContestView(
                contest.id(),
                plan.title(),
                plan.kind(),
                contest.state(),
                contest.region(),
                plan.opensAt(),
                plan.closesAt(),
                plan.rubric().stream().map(CriterionInput::of).toList(),
                plan.ranking(),
                plan.maxScore(),
                TermsInput.of(plan.terms()),
                plan.judgesPerEntry(),
                plan.deductions().stream().map(DeductionInput::of).toList(),
                plan.awards().stream().map(AwardInput::of).toList(),
                plan.votingEndsAt(),
                dossier(plan),
                officer ? contest.judges().stream().map(Judge::id).toList() : null,
                officer ? contest.judges().stream().map(JudgeInput::of).toList() : null,
                officer ? contest.version() : contest.announced());
    }

    private static @Nullable DossierInput dossier(ContestPlan plan) {
        DossierRule rule = plan.dossier();
        return rule == null ? null : DossierInput.of(rule);
    }
}
