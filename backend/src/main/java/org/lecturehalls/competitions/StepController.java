package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.lecturehalls.competitions.ContestInput.Extension;
import org.lecturehalls.competitions.ContestInput.Reason;
import org.lecturehalls.identity.CurrentUser;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The steps of a contest from draft to archive, and back. */
@RestController
@RequestMapping("/api/v1/contests/{id}")
@Tag(name = "contests")
class StepController {

    private final Lifecycle lifecycle;
    private final Judging judging;

    StepController(Lifecycle lifecycle, Judging judging) {
        this.lifecycle = lifecycle;
        this.judging = judging;
    }

    @Operation(operationId = "openContest", summary = "Announce a contest; it takes entries from its opening on")
    @PostMapping("/open")
    Mono<ResponseEntity<ContestView>> open(CurrentUser user, @PathVariable String id) {
        return answer(lifecycle.open(user, id), user);
    }

    @Operation(operationId = "extendContest", summary = "Put the closing off, for a reason that is logged")
    @PostMapping("/extend")
    Mono<ResponseEntity<ContestView>> extend(
            CurrentUser user, @PathVariable String id, @Valid @RequestBody Extension extension) {
        return answer(lifecycle.extend(user, id, extension.closesAt(), extension.reason()), user);
    }

    @Operation(operationId = "screenContest", summary = "Close for entries, after the deadline and its grace")
    @PostMapping("/screen")
    Mono<ResponseEntity<ContestView>> screen(CurrentUser user, @PathVariable String id) {
        return answer(lifecycle.screen(user, id), user);
    }

    @Operation(
            operationId = "startJudging",
            summary = "Freeze rubric, rule, entries and judges, and let judges begin; also without screening")
    @PostMapping("/start-judging")
    Mono<ResponseEntity<ContestView>> startJudging(CurrentUser user, @PathVariable String id) {
        return answer(judging.start(user, id), user);
    }

    @Operation(operationId = "deliberateContest", summary = "End the writing of scores, and look at the ranking")
    @PostMapping("/deliberate")
    Mono<ResponseEntity<ContestView>> deliberate(CurrentUser user, @PathVariable String id) {
        return answer(judging.deliberate(user, id), user);
    }

    @Operation(
            operationId = "publishContest",
            summary = "Make the ranking public; ends judging when that has not been done")
    @PostMapping("/publish")
    Mono<ResponseEntity<ContestView>> publish(CurrentUser user, @PathVariable String id) {
        return answer(judging.publish(user, id), user);
    }

    @Operation(operationId = "archiveContest", summary = "Put a published contest away; its result stays public")
    @PostMapping("/archive")
    Mono<ResponseEntity<ContestView>> archive(CurrentUser user, @PathVariable String id) {
        return answer(lifecycle.archive(user, id), user);
    }

    @Operation(operationId = "revertContest", summary = "Go one state back, for a reason that is logged")
    @PostMapping("/revert")
    Mono<ResponseEntity<ContestView>> revert(
            CurrentUser user, @PathVariable String id, @Valid @RequestBody Reason reason) {
        return answer(lifecycle.revert(user, id, reason.reason()), user);
    }

    private static Mono<ResponseEntity<ContestView>> answer(Mono<Contest> step, CurrentUser user) {
        return step.map(contest -> ContestController.ok(contest, user));
    }
}
