package org.lecturehalls.sessions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "requests", description = "Lectures that people ask for")
class DemandController {

    private final Demand demand;

    DemandController(Demand demand) {
        this.demand = demand;
    }

    record WishInput(
            @Schema(example = "芒果怎么疏花") @NotBlank @Size(max = 120)
            String topic,

            @Schema(example = "farming-skills") @NotNull @Pattern(regexp = "[a-z0-9-]{1,40}")
            String subject,

            @NotBlank @Size(max = 40) String hallId,

            @Schema(example = "2027-03-01T00:00:00Z") @Nullable
            Instant from,

            @Schema(example = "2027-03-15T00:00:00Z") @Nullable
            Instant to) {}

    @Schema(name = "LectureRequestRefusal")
    record Refusal(
            @Schema(example = "请到邻村的同题讲习") @NotBlank @Size(max = 200)
            String reason) {}

    /** @param askers how many ask for it; who they are is nobody's business */
    @Schema(name = "LectureRequest")
    record View(
            String id,
            String topic,
            String subject,
            String hallId,
            String hallName,
            String region,
            @Nullable Instant from,
            @Nullable Instant to,
            int askers,
            LectureRequest.State state,
            @Nullable String sessionId,
            @Nullable String reason,
            Instant askedAt,
            long version) {

        static View of(LectureRequest request) {
            return new View(
                    request.id(),
                    request.topic(),
                    request.subject(),
                    request.place().hallId(),
                    request.place().name(),
                    request.place().region().value(),
                    request.from(),
                    request.to(),
                    request.askers().size(),
                    request.state(),
                    request.sessionId(),
                    request.reason(),
                    request.askedAt(),
                    request.version());
        }
    }

    /** @param displaced open requests for the same place whose time the session takes */
    @Schema(name = "AssignedRequest")
    record AssignedView(View request, SessionView session, List<View> displaced) {}

    @PostMapping("/requests")
    @Operation(summary = "Ask for a lecture")
    Mono<ResponseEntity<View>> ask(
            @Valid @RequestBody WishInput input,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        var wish = new Demand.Wish(input.topic(), input.subject(), input.hallId(), input.from(), input.to());
        return demand.ask(wish, key, user)
                .map(request -> ResponseEntity.created(URI.create("/api/v1/requests/" + request.id()))
                        .eTag(Etags.of(request.version()))
                        .body(View.of(request)));
    }

    @GetMapping("/requests")
    @Operation(summary = "Open requests of a region, the latest first; without one, of one's own region")
    Mono<Page<View>> open(
            @Schema(type = "string", example = "451022") @RequestParam(required = false) @Nullable RegionCode region,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        var where = region == null ? user.region() : region;
        return demand.open(where, PageQuery.of(after, limit)).map(page -> page.map(View::of));
    }

    @GetMapping("/requests/{id}")
    @Operation(summary = "One request and what became of it")
    Mono<ResponseEntity<View>> get(@PathVariable String id) {
        return demand.get(id)
                .map(request ->
                        ResponseEntity.ok().eTag(Etags.of(request.version())).body(View.of(request)));
    }

    @GetMapping("/requests/{id}/displaced")
    @Operation(
            summary = "What a session would displace, before it is decided",
            description = "Open requests for the same place whose time such a session would take.")
    Mono<List<View>> displaced(
            @PathVariable String id,
            @Schema(example = "2027-03-05T01:00:00Z") @RequestParam Instant from,
            @Schema(example = "2027-03-05T02:30:00Z") @RequestParam Instant to,
            CurrentUser user) {
        return demand.displacedBy(id, from, to, user)
                .map(found -> found.stream().map(View::of).toList());
    }

    @GetMapping("/me/requests")
    @Operation(summary = "What one asked for or seconded, and which session it became")
    Mono<Page<View>> own(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return demand.ofAsker(user, PageQuery.of(after, limit)).map(page -> page.map(View::of));
    }

    @PostMapping("/requests/{id}/second")
    @Operation(summary = "Ask for the same; twice is as good as once")
    Mono<View> second(@PathVariable String id, CurrentUser user) {
        return demand.second(id, user).map(View::of);
    }

    @PostMapping("/requests/{id}/assign")
    @Operation(
            summary = "Send a lecturer: the request becomes a session",
            description = "Names the open requests for the same place whose time the session takes.")
    Mono<AssignedView> assign(
            @PathVariable String id,
            @Valid @RequestBody SessionInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return demand.assign(id, input, Etags.required(ifMatch), user)
                .map(assigned -> new AssignedView(
                        View.of(assigned.request()),
                        SessionView.of(assigned.session()),
                        assigned.displaced().stream().map(View::of).toList()));
    }

    @PostMapping("/requests/{id}/decline")
    @Operation(summary = "Say why there will be no such lecture")
    Mono<View> decline(
            @PathVariable String id,
            @Valid @RequestBody Refusal refusal,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return demand.decline(id, refusal.reason(), Etags.required(ifMatch), user)
                .map(View::of);
    }
}
