package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.ContestInput.Judges;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Contests: finding them, and running them. */
@RestController
@Tag(name = "contests")
class ContestController {

    private final Contests contests;

    ContestController(Contests contests) {
        this.contests = contests;
    }

    @Operation(operationId = "listContests", summary = "Contests that one may know of, the latest first")
    @GetMapping("/api/v1/contests")
    Mono<Page<ContestView>> list(
            @Nullable CurrentUser user,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return contests.visibleTo(user, PageQuery.of(after, limit))
                .map(page -> page.map(contest -> ContestView.of(contest, user)));
    }

    @Operation(operationId = "getContest", summary = "A contest that one may know of")
    @GetMapping("/api/v1/contests/{id}")
    Mono<ResponseEntity<ContestView>> get(@Nullable CurrentUser user, @PathVariable String id) {
        return contests.get(user, id).map(contest -> ok(contest, user));
    }

    @Operation(operationId = "createContest", summary = "Begin to set up a contest")
    @PostMapping("/api/v1/contests")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<ContestView>> create(
            CurrentUser user,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody PlanInput contest) {
        return contests.create(user, contest.plan(), key).map(made -> created(made, user));
    }

    @Operation(operationId = "updateContest", summary = "Change a contest that is not open yet")
    @PutMapping("/api/v1/contests/{id}")
    Mono<ResponseEntity<ContestView>> update(
            CurrentUser user,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PlanInput contest) {
        return contests.edit(user, id, ifMatch, contest.plan()).map(changed -> ok(changed, user));
    }

    @Operation(
            operationId = "setJudges",
            summary = "Say who judges, until judging starts",
            description = "Judges within the officer's reach who have signed in, and those who are seated already; 422"
                    + " `no-judge-candidate` names the others.")
    @PutMapping("/api/v1/contests/{id}/judges")
    Mono<ResponseEntity<ContestView>> setJudges(
            CurrentUser user,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Judges judges) {
        return contests.seatJudges(user, id, ifMatch, judges.all()).map(changed -> ok(changed, user));
    }

    @Operation(operationId = "listRubricTemplates", summary = "Ready-made rubrics, one for each kind of contest")
    @GetMapping("/api/v1/contest-rubrics")
    List<RubricTemplate> rubrics() {
        return RubricTemplate.ALL;
    }

    static ResponseEntity<ContestView> ok(Contest contest, @Nullable CurrentUser user) {
        ContestView view = ContestView.of(contest, user);
        return ResponseEntity.ok().eTag(Etags.of(view.version())).body(view);
    }

    private static ResponseEntity<ContestView> created(Contest contest, CurrentUser user) {
        return ResponseEntity.created(URI.create("/api/v1/contests/" + contest.id()))
                .eTag(Etags.of(contest.version()))
                .body(ContestView.of(contest, user));
    }
}
