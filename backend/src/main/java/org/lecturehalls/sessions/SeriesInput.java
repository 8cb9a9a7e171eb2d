package org.lecturehalls.sessions;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.sessions.calendar.Recurrence;

/**
 * A series as people plan it.
 *
 * @param session the first session; its time of day and length are those of all
 */
record SeriesInput(
        @Schema(description = "The first session; the others are like it") @NotNull @Valid
        SessionInput session,

        @NotNull @Valid RuleInput rule) {

    /** Which days, from the day of the first session on. */
    record RuleInput(
            @Schema(example = "WEEKLY") @NotNull Recurrence.Rhythm rhythm,

            @Schema(example = "1", description = "3 with DAILY is every third day, a market day") @Min(1) @Max(366)
            int every,

            @Schema(example = "[\"SATURDAY\"]") @Nullable Set<DayOfWeek> weekdays,
            @Schema(example = "2027-06-30") @Nullable LocalDate until,

            @Schema(example = "12") @Min(1) @Max(Recurrence.MOST_OCCURRENCES) @Nullable
            Integer count) {

        Series.Rule from(LocalDate first) {
            var days = weekdays == null ? Set.<DayOfWeek>of() : weekdays;
            return new Series.Rule(
                    rhythm, every, days, first.toString(), until == null ? null : until.toString(), count);
        }
    }
}
