package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.lecturehalls.competitions.ContestInput.DeductionChoice;
import org.lecturehalls.competitions.ContestInput.Reason;
import org.lecturehalls.identity.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What officers decide about single entries and sheets. Each decision takes a reason and is logged. */
@RestController
@RequestMapping("/api/v1/contests/{id}/entries/{entryId}")
@Tag(name = "contests")
@ResponseStatus(HttpStatus.NO_CONTENT)
class ScreeningController {

    private final Screening screening;
    private final Sheets sheets;

    ScreeningController(Screening screening, Sheets sheets) {
        this.screening = screening;
        this.sheets = sheets;
    }

    @Operation(operationId = "excludeEntry", summary = "Take an entry out of the contest")
    @PostMapping("/exclude")
    Mono<Void> exclude(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String entryId,
            @Valid @RequestBody Reason reason) {
        return screening.exclude(user, id, entryId, reason.reason()).then();
    }

    @Operation(operationId = "admitEntry", summary = "Let an entry take part after all, before judging starts")
    @PostMapping("/admit")
    Mono<Void> admit(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String entryId,
            @Valid @RequestBody Reason reason) {
        return screening.admit(user, id, entryId, reason.reason()).then();
    }

    @Operation(operationId = "deductPoints", summary = "Take off what the contest announced for such a case")
    @PostMapping("/deductions")
    Mono<Void> deduct(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String entryId,
            @Valid @RequestBody DeductionChoice choice) {
        return screening
                .deduct(user, id, entryId, choice.deductionId(), choice.reason())
                .then();
    }

    @Operation(operationId = "liftDeduction", summary = "Take a deduction back")
    @PostMapping("/deductions/{deductionId}/lift")
    Mono<Void> lift(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String entryId,
            @PathVariable String deductionId,
            @Valid @RequestBody Reason reason) {
        return screening.lift(user, id, entryId, deductionId, reason.reason()).then();
    }

    @Operation(operationId = "reopenScoreSheet", summary = "Give a submitted sheet back to its judge")
    @PostMapping("/score-sheets/{judgeId}/reopen")
    Mono<Void> reopen(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String entryId,
            @PathVariable String judgeId,
            @Valid @RequestBody Reason reason) {
        return sheets.reopen(user, id, entryId, judgeId, reason.reason()).then();
    }
}
