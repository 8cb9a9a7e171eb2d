package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.RankingSettings.Method;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;

/** What callers send about contests. */
final class ContestInput {

    private ContestInput() {}

    /** A contest to be. */
    @Schema(name = "NewContest")
    record NewContest(
            @NotBlank @Size(max = 120) String title,
            @NotNull ContestKind kind,
            @NotNull Instant opensAt,
            @NotNull Instant closesAt,
            @NotEmpty @Size(max = 30) List<@Valid @NotNull CriterionInput> rubric,
            @NotNull @Valid RankingInput ranking) {

        /** @throws InvalidInputException when the parts do not go together */
        ContestPlan plan() {
            List<FieldProblem> problems = new ArrayList<>();
            Instant opens = opensAt.truncatedTo(ChronoUnit.MILLIS);
            Instant closes = closesAt.truncatedTo(ChronoUnit.MILLIS);
            if (!opens.isBefore(closes)) {
                problems.add(FieldProblem.of("closesAt", "before-opening"));
            }
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < rubric.size(); i++) {
                String field = "rubric[" + i + "]";
                if (!ids.add(rubric.get(i).id())) {
                    problems.add(FieldProblem.of(field + ".id", "repeated"));
                }
                if (!rubric.get(i).stepDividesMax()) {
                    problems.add(FieldProblem.of(field + ".step", "step-not-dividing"));
                }
            }
            if (!problems.isEmpty()) {
                throw new InvalidInputException(problems);
            }
            List<RubricLine> lines = rubric.stream().map(CriterionInput::line).toList();
            return new ContestPlan(title.strip(), kind, opens, closes, lines, ranking.settings());
        }
    }

    /** A criterion; decimals may be numbers or text. */
    @Schema(name = "Criterion")
    record CriterionInput(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,40}")
            String id,

            @NotBlank @Size(max = 80) String name,

            @NotNull @Positive @DecimalMax("1000") @Digits(integer = 4, fraction = 4)
            BigDecimal weight,

            @NotNull @Positive @DecimalMax("1000") @Digits(integer = 4, fraction = 4)
            BigDecimal max,

            @NotNull @Positive @DecimalMax("1000") @Digits(integer = 4, fraction = 4)
            BigDecimal step) {

        boolean stepDividesMax() {
            return max.remainder(step).signum() == 0;
        }

        RubricLine line() {
            return new RubricLine(id, name.strip(), plain(weight), plain(max), plain(step));
        }

        /** 4E+1 and 40 are the same number, and people write 40. */
        private static BigDecimal plain(BigDecimal value) {
            return new BigDecimal(value.toPlainString());
        }

        static CriterionInput of(RubricLine line) {
            return new CriterionInput(line.id(), line.name(), line.weight(), line.max(), line.step());
        }
    }

    /** How to rank; one judge is dropped at either end and scores have two digits when nothing else is said. */
    @Schema(name = "RankingRule")
    record RankingInput(
            @NotNull Method method,
            @Min(0) @Max(10) @Nullable Integer drop,
            @Min(0) @Max(6) @Nullable Integer scale) {

        RankingSettings settings() {
            int dropped = drop == null ? 1 : drop;
            int digits = scale == null ? 2 : scale;
            return method == Method.MEAN || dropped == 0
                    ? new RankingSettings(Method.MEAN, 0, digits)
                    : new RankingSettings(Method.TRIMMED_MEAN, dropped, digits);
        }
    }

    /** Who is to judge, in place of who was. */
    record Judges(@NotNull @Size(max = 100) List<@Valid @NotNull JudgeInput> judges) {

        /** @throws InvalidInputException when somebody is named twice */
        List<Judge> all() {
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < judges.size(); i++) {
                if (!ids.add(judges.get(i).id())) {
                    throw new InvalidInputException(List.of(FieldProblem.of("judges[" + i + "].id", "repeated")));
                }
            }
            return judges.stream()
                    .map(judge -> new Judge(judge.id(), judge.name().strip()))
                    .toList();
        }
    }

    /** A judge. */
    @Schema(name = "Judge")
    record JudgeInput(
            @NotBlank @Size(max = 64) String id,
            @NotBlank @Size(max = 80) String name) {}

    /** An entry to be. */
    record NewEntry(
            @NotBlank @Size(max = 120) String title,
            @NotBlank @Size(max = 64) String mediaAssetId) {}

    /** What a judge typed. */
    record SheetInput(
            @NotNull @Size(max = 30) Map<String, @NotNull @Size(max = 20) String> scores,
            @Size(max = 4000) @Nullable String comment) {}
}
