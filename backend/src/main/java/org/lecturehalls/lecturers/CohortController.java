package org.lecturehalls.lecturers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.Idempotency;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/cohorts")
@Tag(name = "Training", description = "Cohorts of lecturers in training; for officers, inside their region")
class CohortController {

    private final CohortRecords cohorts;
    private final CohortClosing closing;
    private final Idempotency idempotency;

    CohortController(CohortRecords cohorts, CohortClosing closing, Idempotency idempotency) {
        this.cohorts = cohorts;
        this.closing = closing;
        this.idempotency = idempotency;
    }

    @PostMapping
    @Operation(summary = "Plan a cohort with its courses")
    Mono<ResponseEntity<CohortView>> create(
            @Valid @RequestBody CohortInput input,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        return idempotency
                .once(
                        user.id(),
                        "cohorts",
                        key,
                        () -> cohorts.create(input, user).map(Cohort::id))
                .flatMap(id -> cohorts.get(id, user.region()))
                .map(cohort -> ResponseEntity.created(URI.create("/api/v1/cohorts/" + cohort.id()))
                        .eTag(Etags.of(cohort.version()))
                        .body(CohortView.of(cohort)));
    }

    @GetMapping
    @Operation(summary = "Find cohorts, in the order of their numbers")
    Mono<Page<CohortView>> list(
            @Parameter(description = "Part of the name or number", example = "第一期")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @RequestParam(required = false) @Nullable CohortState state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return cohorts.list(q, state, false, user.region(), PageQuery.of(after, limit))
                .map(page -> page.map(CohortView::of));
    }

    @GetMapping("/deleted")
    @Operation(summary = "Cohorts that were put away")
    Mono<Page<CohortView>> deleted(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return cohorts.list(null, null, true, user.region(), PageQuery.of(after, limit))
                .map(page -> page.map(CohortView::of));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One cohort")
    Mono<ResponseEntity<CohortView>> get(@PathVariable String id, CurrentUser user) {
        return cohorts.get(id, user.region()).map(CohortController::answer);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change an open cohort; it stays in its region")
    Mono<ResponseEntity<CohortView>> change(
            @PathVariable String id,
            @Valid @RequestBody CohortInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return cohorts.change(id, input, Etags.required(ifMatch), user).map(CohortController::answer);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Put away a cohort that gave no certificate; it can be restored")
    Mono<ResponseEntity<Void>> delete(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return cohorts.delete(id, Etags.required(ifMatch), user)
                .thenReturn(ResponseEntity.noContent().build());
    }

    @PostMapping("/{id}/restore")
    @Operation(summary = "Bring back a cohort that was put away")
    Mono<ResponseEntity<CohortView>> restore(@PathVariable String id, CurrentUser user) {
        return cohorts.restore(id, user).map(CohortController::answer);
    }

    @PostMapping("/{id}/close")
    @Operation(
            summary = "End a cohort: its results stand, and whoever passed gets a numbered certificate",
            description = "Each trainee needs a result first; those who have none are named by their ids.")
    Mono<ResponseEntity<CohortView>> close(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return closing.close(id, Etags.required(ifMatch), user).map(CohortController::answer);
    }

    @PostMapping("/{id}/reopen")
    @Operation(summary = "Let results be corrected; certificates that were given stay until they are revoked")
    Mono<ResponseEntity<CohortView>> reopen(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return closing.reopen(id, Etags.required(ifMatch), user).map(CohortController::answer);
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Who changed what and when, the latest first")
    Mono<Page<Revision>> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return cohorts.history(id, PageQuery.of(after, limit), user);
    }

    private static ResponseEntity<CohortView> answer(Cohort cohort) {
        return ResponseEntity.ok().eTag(Etags.of(cohort.version())).body(CohortView.of(cohort));
    }
}
