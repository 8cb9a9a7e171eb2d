package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.Assignment.ConflictView;
import org.lecturehalls.competitions.ContestInput.Reason;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who judges what. */
@RestController
@RequestMapping("/api/v1/contests/{id}")
@Tag(name = "contests")
class AssignmentController {

    private final Assigning assigning;
    private final Recusals recusals;
    private final JudgeCandidates candidates;

    AssignmentController(Assigning assigning, Recusals recusals, JudgeCandidates candidates) {
        this.assigning = assigning;
        this.recusals = recusals;
        this.candidates = candidates;
    }

    @Operation(
            operationId = "listJudgeCandidates",
            summary = "Judges who can be asked, with what is known to keep each from judging the contest's entries",
            description =
                    "Those who have signed in with the role and whose region is inside the officer's or holds it.")
    @GetMapping("/judge-candidates")
    Mono<Page<JudgeCandidate>> candidates(
            CurrentUser user,
            @PathVariable String id,
            @Parameter(description = "Part of the name, as it is written or in pinyin", example = "wei")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return candidates.list(user, id, q, PageQuery.of(after, limit));
    }

    @Operation(
            operationId = "assignJudges",
            summary = "Spread the entries over the judges, conflicts left out, before judging starts")
    @PostMapping("/assignment")
    Mono<Assignment> assign(CurrentUser user, @PathVariable String id) {
        return assigning.assign(user, id);
    }

    @Operation(operationId = "getAssignment", summary = "How the entries are spread, and what could not be done")
    @GetMapping("/assignment")
    Mono<Assignment> get(CurrentUser user, @PathVariable String id) {
        return assigning.get(user, id);
    }

    @Operation(operationId = "listJudgeConflicts", summary = "Who must not judge an entry, and why")
    @GetMapping("/entries/{entryId}/conflicts")
    Mono<List<ConflictView>> conflicts(CurrentUser user, @PathVariable String id, @PathVariable String entryId) {
        return assigning.conflicts(user, id, entryId);
    }

    @Operation(operationId = "addJudgeToEntry", summary = "One more judge of the contest for an entry")
    @PostMapping("/entries/{entryId}/judges")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> add(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String entryId,
            @Valid @RequestBody JudgeChoice choice) {
        return recusals.add(user, id, entryId, choice.judgeId(), choice.reason());
    }

    @Operation(operationId = "removeJudgeFromEntry", summary = "Take a judge off an entry, sheet and all")
    @PostMapping("/entries/{entryId}/judges/{judgeId}/remove")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String entryId,
            @PathVariable String judgeId,
            @Valid @RequestBody Reason reason) {
        return recusals.remove(user, id, entryId, judgeId, reason.reason());
    }

    @Operation(
            operationId = "recuse",
            summary = "Say that one must not judge an entry, and have no part in it any more")
    @PostMapping("/entries/{entryId}/recusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> recuse(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String entryId,
            @Valid @RequestBody Reason reason) {
        return recusals.recuse(user, id, entryId, reason.reason());
    }

    /** A judge for an entry. */
    record JudgeChoice(
            @NotBlank @Size(max = 64) String judgeId,
            @NotBlank @Size(max = 500) String reason) {}
}
