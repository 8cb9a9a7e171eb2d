package org.lecturehalls.sessions;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;

/** What a hall wrote down on a day: the people of several sessions, sent at once when there is a network again. */
record DayRoster(@NotEmpty @Size(max = 40) List<@Valid OfSession> sessions) {

    static final int MOST_LINES = 2000;

    /** @param headCount null when nobody counted */
    @Schema(name = "DayRosterSession")
    record OfSession(
            @Schema(example = "01kb2v9m3x8f7q5n2c4d6e8g0k") @NotBlank @Size(max = 40)
            String sessionId,

            @Size(max = 500) @Nullable List<AttendanceController.RosterInput.@Valid Line> entries,

            @Schema(example = "73") @Min(0) @Max(100_000) @Nullable
            Integer headCount) {

        List<Attendance.RosterLine> lines() {
            return Objects.requireNonNullElse(entries, List.<AttendanceController.RosterInput.Line>of()).stream()
                    .map(line -> new Attendance.RosterLine(line.id(), line.name()))
                    .toList();
        }
    }

    /** @throws InvalidInputException when there is more than one request should bring */
    DayRoster bounded() {
        int lines = sessions.stream().mapToInt(each -> each.lines().size()).sum();
        if (lines > MOST_LINES) {
            throw new InvalidInputException(List.of(FieldProblem.of("sessions", "size")));
        }
        return this;
    }
}
