package org.lecturehalls.lecturers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Etags;
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
@RequestMapping("/api/v1/cohorts/{id}/trainees")
@Tag(name = "Training")
class TraineeController {

    private final TraineeRecords trainees;

    TraineeController(TraineeRecords trainees) {
        this.trainees = trainees;
    }

    record Enrolment(
            @Schema(description = "Id of the lecturer") @NotBlank @Size(max = 64)
            String lecturerId) {}

    @PostMapping
    @Operation(summary = "Take a lecturer into an open cohort; repeating it changes nothing")
    Mono<ResponseEntity<TraineeView>> enrol(
            @PathVariable String id, @Valid @RequestBody Enrolment enrolment, CurrentUser user) {
        return trainees.enrol(id, enrolment.lecturerId(), user)
                .map(trainee -> ResponseEntity.created(
                                URI.create("/api/v1/cohorts/" + id + "/trainees/" + trainee.lecturerId()))
                        .eTag(Etags.of(trainee.version()))
                        .body(TraineeView.of(trainee)));
    }

    @GetMapping
    @Operation(summary = "Who is in a cohort")
    Mono<Page<TraineeView>> list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return trainees.list(id, false, user.region(), PageQuery.of(after, limit))
                .map(page -> page.map(TraineeView::of));
    }

    @GetMapping("/deleted")
    @Operation(summary = "Who was taken out of a cohort")
    Mono<Page<TraineeView>> deleted(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return trainees.list(id, true, user.region(), PageQuery.of(after, limit))
                .map(page -> page.map(TraineeView::of));
    }

    @GetMapping("/{lecturerId}")
    @Operation(summary = "One trainee")
    Mono<ResponseEntity<TraineeView>> get(@PathVariable String id, @PathVariable String lecturerId, CurrentUser user) {
        return trainees.get(id, lecturerId, user.region()).map(TraineeController::answer);
    }

    @PutMapping("/{lecturerId}")
    @Operation(summary = "Note attendance and result of a trainee of an open cohort")
    Mono<ResponseEntity<TraineeView>> note(
            @PathVariable String id,
            @PathVariable String lecturerId,
            @Valid @RequestBody TraineeInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return trainees.note(id, lecturerId, input, Etags.required(ifMatch), user)
                .map(TraineeController::answer);
    }

    @DeleteMapping("/{lecturerId}")
    @Operation(summary = "Take a trainee without a certificate out of an open cohort; can be restored")
    Mono<ResponseEntity<Void>> remove(
            @PathVariable String id,
            @PathVariable String lecturerId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return trainees.remove(id, lecturerId, Etags.required(ifMatch), user)
                .thenReturn(ResponseEntity.noContent().build());
    }

    @PostMapping("/{lecturerId}/restore")
    @Operation(summary = "Bring back a trainee who was taken out")
    Mono<ResponseEntity<TraineeView>> restore(
            @PathVariable String id, @PathVariable String lecturerId, CurrentUser user) {
        return trainees.restore(id, lecturerId, user).map(TraineeController::answer);
    }

    @GetMapping("/{lecturerId}/history")
    @Operation(summary = "Who noted what and when, the latest first")
    Mono<Page<Revision>> history(
            @PathVariable String id,
            @PathVariable String lecturerId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return trainees.history(id, lecturerId, PageQuery.of(after, limit), user);
    }

    private static ResponseEntity<TraineeView> answer(Trainee trainee) {
        return ResponseEntity.ok().eTag(Etags.of(trainee.version())).body(TraineeView.of(trainee));
    }
}
