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
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.ContestInput.CriterionInput;
import org.lecturehalls.competitions.ContestInput.RankingInput;
import org.lecturehalls.platform.InvalidInputException;

/**
 * A contest to be. What is left out is as in a small contest: no categories, no grace, everybody judges everything.
 *
 * @param votingEndsAt until when the public may vote once the result is published; nobody votes without it
 * @param dossier what an award to lecturers looks at; needed there, and only there
 * @param judgesPerEntry zero when every judge judges every entry
 */
@Schema(name = "NewContest")
record PlanInput(
        @NotBlank @Size(max = 120) String title,
        @NotNull ContestKind kind,
        @NotNull Instant opensAt,
        @NotNull Instant closesAt,
        @NotEmpty @Size(max = 30) List<@Valid @NotNull CriterionInput> rubric,
        @NotNull @Valid RankingInput ranking,
        @Valid @Nullable TermsInput terms,
        @Min(0) @Max(15) @Nullable Integer judgesPerEntry,
        @Size(max = 20) @Nullable List<@Valid @NotNull DeductionInput> deductions,
        @Size(max = 10) @Nullable List<@Valid @NotNull AwardInput> awards,
        @Nullable Instant votingEndsAt,
        @Valid @Nullable DossierInput dossier) {

    /** @throws InvalidInputException when the parts do not go together */
    ContestPlan plan() {
        PlanProblems.check(this);
        return new ContestPlan(
                title.strip(),
                kind,
                opensAt.truncatedTo(ChronoUnit.MILLIS),
                closesAt.truncatedTo(ChronoUnit.MILLIS),
                rubric.stream().map(CriterionInput::line).toList(),
                ranking.settings(),
                Optional.ofNullable(terms).map(TermsInput::terms).orElse(EntryTerms.USUAL),
                judgesPerEntry == null ? 0 : judgesPerEntry,
                deductionsOrNone().stream().map(DeductionInput::rule).toList(),
                awardsOrNone().stream().map(AwardInput::rule).toList(),
                votingEndsAt == null ? null : votingEndsAt.truncatedTo(ChronoUnit.MILLIS),
                dossier == null ? null : dossier.rule());
    }

    List<DeductionInput> deductionsOrNone() {
        return deductions == null ? List.of() : deductions;
    }

    List<AwardInput> awardsOrNone() {
        return awards == null ? List.of() : awards;
    }

    /** What may be entered. */
    @Schema(name = "EntryTerms")
    record TermsInput(
            @Schema(example = "[\"基层宣讲\",\"红色故事\"]") @Size(max = 20) @Nullable
            List<@NotBlank @Size(max = 40) String> categories,

            @Min(0) @Max(2880) @Nullable Integer graceMinutes,
            @Min(1) @Max(20) @Nullable Integer entriesEach,
            @Min(0) @Max(10) @Nullable Integer coPresenters,
            @Min(1) @Max(86_400) @Nullable Integer maxSeconds,
            @Min(1) @Max(1000) @Nullable Integer maxPages,
            @Nullable Boolean certifiedOnly,
            @Size(max = 20_000) @Nullable String template) {

        EntryTerms terms() {
            EntryTerms usual = EntryTerms.USUAL;
            return new EntryTerms(
                    categories == null
                            ? List.of()
                            : categories.stream().map(String::strip).distinct().toList(),
                    graceMinutes == null ? usual.graceMinutes() : graceMinutes,
                    entriesEach == null ? usual.entriesEach() : entriesEach,
                    coPresenters == null ? usual.coPresenters() : coPresenters,
                    maxSeconds,
                    maxPages,
                    Boolean.TRUE.equals(certifiedOnly),
                    template);
        }

        static TermsInput of(EntryTerms terms) {
            return new TermsInput(
                    terms.categories(),
                    terms.graceMinutes(),
                    terms.entriesEach(),
                    terms.coPresenters(),
                    terms.maxSeconds(),
                    terms.maxPages(),
                    terms.certifiedOnly(),
                    terms.template());
        }
    }

    /** A tier of awards, by count or by share of the ranked entries in percent, of all or of each category. */
    @Schema(name = "AwardRule")
    record AwardInput(
            @Schema(example = "一等奖") @NotBlank @Size(max = 40)
            String tier,

            @Min(1) @Max(5000) @Nullable Integer count,
            @Min(1) @Max(100) @Nullable Integer percent,
            @Nullable Boolean perCategory) {

        AwardRule rule() {
            return new AwardRule(tier.strip(), count, percent, Boolean.TRUE.equals(perCategory));
        }

        static AwardInput of(AwardRule rule) {
            return new AwardInput(rule.tier(), rule.count(), rule.percent(), rule.perCategory());
        }
    }

    /**
     * What an award to lecturers looks at. Nothing is needed to take part, and judging is blind, unless it is said.
     *
     * @param from first day that counts
     * @param until last day that counts
     * @param named whether judges read names and counties
     */
    @Schema(name = "DossierRule")
    record DossierInput(
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            @Min(0) @Max(1000) @Nullable Integer minSessions,
            @Nullable Boolean named) {

        DossierRule rule() {
            return new DossierRule(from, until, minSessions == null ? 0 : minSessions, Boolean.TRUE.equals(named));
        }

        static DossierInput of(DossierRule rule) {
            return new DossierInput(rule.from(), rule.until(), rule.minSessions(), rule.named());
        }
    }

    /** Points that may be taken off. */
    @Schema(name = "DeductionRule")
    record DeductionInput(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,40}")
            String id,

            @Schema(example = "超时") @NotBlank @Size(max = 80)
            String name,

            @NotNull @Positive @DecimalMax("1000") @Digits(integer = 4, fraction = 4)
            BigDecimal points) {

        DeductionRule rule() {
            return new DeductionRule(id, name.strip(), new BigDecimal(points.toPlainString()));
        }

        static DeductionInput of(DeductionRule rule) {
            return new DeductionInput(rule.id(), rule.name(), rule.points());
        }
    }
}
