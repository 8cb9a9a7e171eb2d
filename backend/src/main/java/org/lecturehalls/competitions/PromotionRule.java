package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.ContestResult.Placed;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;

/**
 * Who goes on from a county's round: so many, a share in percent, or everybody from a score on. Who shares the rank at
 * the line goes on as well.
 */
@Schema(name = "Promotion")
record PromotionRule(
        @NotBlank @Size(max = 64) String fromContestId,
        @Min(1) @Max(1000) @Nullable Integer quota,
        @Min(1) @Max(100) @Nullable Integer percent,

        @DecimalMin("0") @Digits(integer = 6, fraction = 6) @Nullable
        BigDecimal minimum) {

    /** @throws InvalidInputException unless exactly one way is given */
    void check() {
        long ways = Stream.of(quota, percent, minimum).filter(Objects::nonNull).count();
        if (ways != 1) {
            throw new InvalidInputException(List.of(FieldProblem.of("quota", "one-way-of-promotion")));
        }
    }

    /** Those who go on, by rank. */
    List<Placed> chosen(List<Placed> places) {
        List<Placed> ranked =
                places.stream().filter(place -> place.rank() != null).toList();
        if (minimum != null) {
            return ranked.stream()
                    .filter(place -> new BigDecimal(Objects.requireNonNull(place.score())).compareTo(minimum) >= 0)
                    .toList();
        }
        int line = quota != null ? quota : new AwardRule("", null, percent, false).places(ranked.size());
        return ranked.stream()
                .filter(place -> Objects.requireNonNull(place.rank()) <= line)
                .toList();
    }

    String told() {
        if (quota != null) {
            return "quota " + quota;
        }
        return percent != null
                ? "percent " + percent
                : "minimum " + Objects.requireNonNull(minimum).toPlainString();
    }
}
