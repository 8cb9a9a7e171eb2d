package org.lecturehalls.sessions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.lecturehalls.identity.CurrentUser;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "attendance")
class DayRosterController {

    private final DayRosters rosters;

    DayRosterController(DayRosters rosters) {
        this.rosters = rosters;
    }

    /** @param results one for each session, in the order in which they were sent */
    @Schema(name = "DayRosterResults")
    record Results(List<DayRosters.Result> results) {}

    @PostMapping("/api/v1/attendance/rosters")
    @Operation(
            operationId = "enterDayRosters",
            summary = "Enter a day's rosters and head counts of several sessions at once",
            description = "For a device that was offline. Lines have ids made by the device, so a repeat adds nothing."
                    + " Each session is answered by itself: one that is refused names the reason, the others are kept."
                    + " At most 40 sessions, 500 lines each and 2,000 together.")
    Mono<Results> enter(@Valid @RequestBody DayRoster day, CurrentUser user) {
        return rosters.enter(day.bounded(), user).collectList().map(Results::new);
    }
}
