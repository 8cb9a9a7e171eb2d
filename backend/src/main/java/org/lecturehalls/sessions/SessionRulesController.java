package org.lecturehalls.sessions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The city's rules for sessions, for whoever plans and records them. They are set where the platform is run. */
@RestController
@Tag(name = "Sessions")
class SessionRulesController {

    private final SessionRules rules;

    SessionRulesController(SessionSettings settings) {
        this.rules = new SessionRules(
                settings.onlyCertified(), settings.latestEntry().toDays(), settings.recordDue());
    }

    @GetMapping("/api/v1/session-rules")
    @Operation(summary = "The city's rules for sessions, as they are set where the platform is run")
    SessionRules rules() {
        return rules;
    }

    record SessionRules(
            @Schema(description = "Whether only lecturers with a certificate in force may be scheduled")
            boolean onlyCertified,

            @Schema(description = "How many days after its start a session may still be entered", example = "30")
            long latestEntryDays,

            @Schema(description = "How many days after its end the record has to be there", example = "7")
            int recordDueDays) {}
}
