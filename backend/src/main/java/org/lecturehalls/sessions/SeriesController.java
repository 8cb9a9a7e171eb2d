package org.lecturehalls.sessions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Etags;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/series")
@Tag(name = "series", description = "Sessions that recur, with exceptions")
class SeriesController {

    private final SeriesSchedule series;

    SeriesController(SeriesSchedule series) {
        this.series = series;
    }

    record Move(
            @Schema(example = "2027-03-12T15:00", description = "In the city's time") @NotNull
            LocalDateTime startsAt) {}

    /** @param clashes days that could not be booked, with what is taken */
    @Schema(name = "Series")
    record View(
            String id,
            String title,
            Series.Rule rule,
            String startsAt,
            long minutes,
            List<Series.Change> changes,
            List<Series.Clash> clashes,
            List<SessionView> sessions,
            long version) {}

    @PostMapping
    @Operation(
            summary = "Plan a series",
            description = "Each occurrence is booked as a session of its own; those that clash are left out and named.")
    Mono<ResponseEntity<View>> create(
            @Valid @RequestBody SeriesInput input,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        return series.create(input, key, user)
                .flatMap(this::view)
                .map(view -> ResponseEntity.created(URI.create("/api/v1/series/" + view.id()))
                        .eTag(Etags.of(view.version()))
                        .body(view));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A series with all its sessions, cancelled ones included")
    Mono<ResponseEntity<View>> get(@PathVariable String id) {
        return answer(series.get(id));
    }

    @PostMapping("/{id}/occurrences/{day}/skip")
    @Operation(summary = "Leave one occurrence out")
    Mono<ResponseEntity<View>> skip(
            @PathVariable String id,
            @Schema(example = "2027-03-06") @PathVariable LocalDate day,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return answer(series.skip(id, day, Etags.required(ifMatch), user));
    }

    @PostMapping("/{id}/occurrences/{day}/move")
    @Operation(summary = "Hold one occurrence at another time; its name stays the day that the rule gives")
    Mono<ResponseEntity<View>> move(
            @PathVariable String id,
            @Schema(example = "2027-03-06") @PathVariable LocalDate day,
            @Valid @RequestBody Move move,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return answer(series.move(id, day, move.startsAt(), Etags.required(ifMatch), user));
    }

    @PostMapping("/{id}/occurrences/{day}/put-back")
    @Operation(summary = "Hold one occurrence as the rule says after all")
    Mono<ResponseEntity<View>> putBack(
            @PathVariable String id,
            @Schema(example = "2027-03-06") @PathVariable LocalDate day,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return answer(series.putBack(id, day, Etags.required(ifMatch), user));
    }

    private Mono<ResponseEntity<View>> answer(Mono<Series> changed) {
        return changed.flatMap(this::view)
                .map(view -> ResponseEntity.ok().eTag(Etags.of(view.version())).body(view));
    }

    private Mono<View> view(Series one) {
        return series.sessionsOf(one).map(sessions -> view(one, sessions));
    }

    private static View view(Series one, List<Session> sessions) {
        var views =
                sessions.stream().sorted(Agenda.BY_TIME).map(SessionView::of).toList();
        return new View(
                one.id(),
                one.template().title(),
                one.rule(),
                one.startsAt(),
                one.minutes(),
                one.changes(),
                one.clashes(),
                views,
                one.version());
    }
}
