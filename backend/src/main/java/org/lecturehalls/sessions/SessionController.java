package org.lecturehalls.sessions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import org.springframework.http.ResponseEntity;
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
@RequestMapping("/api/v1/sessions")
@Tag(name = "sessions", description = "Lectures: who on what, where and when")
class SessionController {

    private static final Duration USUAL_SPAN = Duration.ofDays(60);

    private final Schedule schedule;
    private final Agenda agenda;
    private final Clock clock;

    SessionController(Schedule schedule, Agenda agenda, Clock clock) {
        this.schedule = schedule;
        this.agenda = agenda;
        this.clock = clock;
    }

    record Cancellation(
            @Schema(example = "台风，改期另行通知") @Size(max = 200) @Nullable
            String reason) {}

    @GetMapping
    @Operation(
            summary = "Sessions that take place, in order of time",
            description = "Of a hall, of a lecturer, or of a region. Without times: the next 60 days.")
    Mono<Page<SessionView>> list(
            @Schema(example = "01kb2v9m3x8f7q5n2c4d6e8g0h") @RequestParam(required = false) @Nullable String hallId,
            @Schema(example = "01kb2v9m3x8f7q5n2c4d6e8g0j") @RequestParam(required = false) @Nullable String lecturerId,
            @Schema(type = "string", example = "451022") @RequestParam(required = false) @Nullable RegionCode region,
            @Schema(example = "2026-12-01T00:00:00Z") @RequestParam(required = false) @Nullable Instant from,
            @Schema(example = "2027-01-01T00:00:00Z") @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var start = from == null ? clock.instant() : from;
        var end = to == null ? start.plus(USUAL_SPAN) : to;
        var query = new SessionQuery(hallId, lecturerId, region, start, end);
        return agenda.list(query, PageQuery.of(after, limit)).map(page -> page.map(SessionView::of));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One session, also a cancelled one")
    Mono<ResponseEntity<SessionView>> get(@PathVariable String id) {
        return schedule.get(id).map(SessionController::answer);
    }

    @PostMapping
    @Operation(
            summary = "Plan a session (hall managers and officers in their region, lecturers their own)",
            description = "Hall, lecturers and vehicle are booked together or not at all, with time to travel between.")
    @ApiResponse(responseCode = "201", description = "Planned")
    @ApiResponse(responseCode = "409", description = "`double-booking`: names what is taken, by which session")
    Mono<ResponseEntity<SessionView>> create(
            @Valid @RequestBody SessionInput input,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        return schedule.create(input, key, user)
                .map(session -> ResponseEntity.created(URI.create("/api/v1/sessions/" + session.id()))
                        .eTag(Etags.of(session.version()))
                        .body(SessionView.of(session)));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change or move a session; what it held before is kept until the new booking stands")
    Mono<ResponseEntity<SessionView>> change(
            @PathVariable String id,
            @Valid @RequestBody SessionInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return schedule.change(id, input, Etags.required(ifMatch), user).map(SessionController::answer);
    }

    @PostMapping("/{id}/cancel")
    @Operation(summary = "Cancel a session and give back what it held")
    Mono<ResponseEntity<SessionView>> cancel(
            @PathVariable String id,
            @Valid @RequestBody Cancellation cancellation,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return schedule.cancel(id, cancellation.reason(), Etags.required(ifMatch), user)
                .map(SessionController::answer);
    }

    @PostMapping("/{id}/put-back")
    @Operation(summary = "Let a cancelled session take place after all")
    Mono<ResponseEntity<SessionView>> putBack(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return schedule.putBack(id, Etags.required(ifMatch), user).map(SessionController::answer);
    }

    private static ResponseEntity<SessionView> answer(Session session) {
        return ResponseEntity.ok().eTag(Etags.of(session.version())).body(SessionView.of(session));
    }
}
