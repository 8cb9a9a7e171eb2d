package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.RankingSettings.Method;
import org.lecturehalls.competitions.SheetStore.SheetText;
import org.lecturehalls.competitions.ranking.RankingRule.Basis;
import org.lecturehalls.competitions.ranking.VoteShare;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;

/** What callers send about contests. */
final class ContestInput {

    private static final String LINK = "HIGHER_MEAN|HIGHER_MEDIAN|HIGHER_LOWEST_SHEET|SMALLER_DEDUCTION"
            + "|MORE_OFTEN_PREFERRED|CRITERION:[A-Za-z0-9_-]{1,40}";

    private ContestInput() {}

    /** A criterion; decimals may be numbers or text. The lowest score is zero unless it is said. */
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
            BigDecimal step,

            @PositiveOrZero @DecimalMax("1000") @Digits(integer = 4, fraction = 4) @Nullable
            BigDecimal min,

            @Size(max = 500) @Nullable String description) {

        boolean minBelowMax() {
            return min == null || min.compareTo(max) < 0;
        }

        boolean stepDividesRange() {
            BigDecimal range = min == null ? max : max.subtract(min);
            return range.remainder(step).signum() == 0;
        }

        RubricLine line() {
            return new RubricLine(
                    id,
                    name.strip(),
                    plain(weight),
                    plain(max),
                    plain(step),
                    min == null ? null : plain(min),
                    description);
        }

        /** 4E+1 and 40 are the same number, and people write 40. */
        private static BigDecimal plain(BigDecimal value) {
            return new BigDecimal(value.toPlainString());
        }

        static CriterionInput of(RubricLine line) {
            return new CriterionInput(
                    line.id(), line.name(), line.weight(), line.max(), line.step(), line.min(), line.description());
        }
    }

    /**
     * How to rank; one judge is dropped at either end and scores have two digits, rounded half up by criterion, when
     * nothing else is said.
     *
     * @param votePercent what part of the score the vote of the public has, which then ends before the result is published;
     *     none, and it is shown apart, unless it is said
     */
    @Schema(name = "RankingRule")
    record RankingInput(
            @NotNull Method method,
            @Min(0) @Max(10) @Nullable Integer drop,
            @Min(0) @Max(6) @Nullable Integer scale,
            @Nullable Basis basis,

            @Schema(allowableValues = {"HALF_UP", "HALF_EVEN", "DOWN"}) @Nullable
            RoundingMode rounding,

            @Size(max = 8) @Nullable List<@NotNull @Pattern(regexp = LINK) String> tieBreaks,

            @Min(0) @Max(VoteShare.MOST_PERCENT) @Nullable Integer votePercent) {

        RankingSettings settings() {
            int dropped = drop == null ? 1 : drop;
            boolean trims = method == Method.TRIMMED_MEAN && dropped > 0;
            return new RankingSettings(
                    method == Method.TRIMMED_MEAN && !trims ? Method.MEAN : method,
                    trims ? dropped : 0,
                    scale == null ? 2 : scale,
                    basis == null ? Basis.CRITERION : basis,
                    rounding == null ? RoundingMode.HALF_UP : rounding,
                    chain(),
                    votePercent == null || votePercent == 0 ? null : votePercent);
        }

        List<String> chain() {
            return tieBreaks == null ? List.of() : tieBreaks;
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
            return judges.stream().map(JudgeInput::judge).toList();
        }
    }

    /** A judge: categories that the person knows best, and users whose entries the person must not judge. */
    @Schema(name = "Judge")
    record JudgeInput(
            @NotBlank @Size(max = 64) String id,
            @NotBlank @Size(max = 80) String name,
            @Size(max = 20) @Nullable List<@NotBlank @Size(max = 40) String> expertise,
            @Size(max = 100) @Nullable List<@NotBlank @Size(max = 64) String> conflictsWith) {

        Judge judge() {
            return new Judge(
                    id,
                    name.strip(),
                    expertise == null ? List.of() : expertise,
                    conflictsWith == null ? List.of() : conflictsWith);
        }

        static JudgeInput of(Judge judge) {
            return new JudgeInput(judge.id(), judge.name(), judge.expertise(), judge.conflictsWith());
        }
    }

    /** Why an officer does something that is not the usual course. */
    @Schema(name = "ContestReason")
    record Reason(@NotBlank @Size(max = 500) String reason) {}

    /** Another closing. */
    record Extension(
            @NotNull Instant closesAt,
            @NotBlank @Size(max = 500) String reason) {}

    /** A deduction that was announced. */
    record DeductionChoice(
            @NotBlank @Size(max = 40) String deductionId,
            @NotBlank @Size(max = 500) String reason) {}

    /** What a judge typed; the panel reads the one comment, the entrant the other. */
    record SheetInput(
            @NotNull @Size(max = 30) Map<String, @NotNull @Size(max = 20) String> scores,
            @Size(max = 4000) @Nullable String comment,
            @Size(max = 4000) @Nullable String authorComment) {

        SheetText text() {
            return new SheetText(scores, comment, authorComment);
        }
    }
}
