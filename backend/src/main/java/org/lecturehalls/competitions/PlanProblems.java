package org.lecturehalls.competitions;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.lecturehalls.competitions.ContestInput.CriterionInput;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;

/** What in a contest's plan does not go together. */
final class PlanProblems {

    private static final String CRITERION = "CRITERION:";
    private static final Period LONGEST = Period.ofYears(3);

    private final PlanInput plan;
    private final List<FieldProblem> problems = new ArrayList<>();

    private PlanProblems(PlanInput plan) {
        this.plan = plan;
    }

    /** @throws InvalidInputException naming all of it */
    static void check(PlanInput plan) {
        PlanProblems found = new PlanProblems(plan);
        found.times();
        found.rubric();
        found.unique("deductions", ".id", plan.deductionsOrNone(), PlanInput.DeductionInput::id);
        found.awards();
        found.tieBreaks();
        found.dossier();
        found.vote();
        if (!found.problems.isEmpty()) {
            throw new InvalidInputException(found.problems);
        }
    }

    private void times() {
        if (!plan.opensAt().isBefore(plan.closesAt())) {
            add("closesAt", "before-opening");
        }
    }

    private void rubric() {
        unique("rubric", ".id", plan.rubric(), CriterionInput::id);
        for (int i = 0; i < plan.rubric().size(); i++) {
            CriterionInput line = plan.rubric().get(i);
            if (!line.minBelowMax()) {
                add("rubric[" + i + "].min", "min-above-max");
            } else if (!line.stepDividesRange()) {
                add("rubric[" + i + "].step", "step-not-dividing");
            }
        }
    }

    private void dossier() {
        PlanInput.DossierInput dossier = plan.dossier();
        if (plan.kind().takesMedia() == (dossier != null)) {
            add("dossier", "only-for-lecturer-awards");
        } else if (dossier != null
                && (dossier.until().isBefore(dossier.from())
                        || dossier.until().isAfter(dossier.from().plus(LONGEST)))) {
            add("dossier.until", "bad-period");
        }
    }

    private void vote() {
        Integer percent = plan.ranking().votePercent();
        if (percent == null || percent == 0) {
            return;
        }
        Instant end = plan.votingEndsAt();
        if (end == null || !end.isAfter(plan.closesAt())) {
            add("votingEndsAt", "vote-needs-end");
        }
        if (!plan.ranking().settings().method().with(1).givesMarks()) {
            add("ranking.votePercent", "vote-needs-marks");
        }
    }

    private void awards() {
        unique("awards", ".tier", plan.awardsOrNone(), PlanInput.AwardInput::tier);
        for (int i = 0; i < plan.awardsOrNone().size(); i++) {
            PlanInput.AwardInput award = plan.awardsOrNone().get(i);
            if ((award.count() == null) == (award.percent() == null)) {
                add("awards[" + i + "].count", "count-or-percent");
            }
        }
    }

    private void tieBreaks() {
        List<String> chain = plan.ranking().chain();
        unique("ranking.tieBreaks", "", chain, Function.identity());
        for (int i = 0; i < chain.size(); i++) {
            String link = chain.get(i);
            boolean unknown = link.startsWith(CRITERION)
                    && plan.rubric().stream().noneMatch(line -> line.id().equals(link.substring(CRITERION.length())));
            if (unknown) {
                add("ranking.tieBreaks[" + i + "]", "unknown-criterion");
            }
        }
    }

    private <T> void unique(String list, String member, List<T> items, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            if (!seen.add(key.apply(items.get(i)))) {
                add(list + "[" + i + "]" + member, "repeated");
            }
        }
    }

    private void add(String field, String code) {
        problems.add(FieldProblem.of(field, code));
    }
}
