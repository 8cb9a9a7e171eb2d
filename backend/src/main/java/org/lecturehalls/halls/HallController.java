package org.lecturehalls.halls;

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
import org.lecturehalls.regions.RegionCode;
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
@RequestMapping("/api/v1/halls")
@Tag(name = "Halls", description = "Halls, stops of the mobile classroom and practice bases")
class HallController {

    private final HallRecords halls;
    private final Idempotency idempotency;

    HallController(HallRecords halls, Idempotency idempotency) {
        this.halls = halls;
        this.idempotency = idempotency;
    }

    @PostMapping
    @Operation(summary = "Add a hall (officers, inside their region)")
    Mono<ResponseEntity<HallView>> create(
            @Valid @RequestBody HallInput input,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        return idempotency
                .once(user.id(), "halls", key, () -> halls.create(input, user).map(Hall::id))
                .flatMap(id -> halls.get(id, new HallViewer(user)))
                .map(hall -> ResponseEntity.created(URI.create("/api/v1/halls/" + hall.id()))
                        .eTag(Etags.of(hall.version()))
                        .body(HallView.of(hall, new HallViewer(user))));
    }

    @GetMapping
    @Operation(summary = "Find halls, in the order of their numbers")
    Mono<Page<HallView>> list(
            @Parameter(description = "Part of the name, number or address", example = "平马")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(example = "451022") @RequestParam(required = false) @Nullable RegionCode region,
            @RequestParam(required = false) @Nullable HallType type,
            @RequestParam(required = false) @Nullable HallState state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            @Nullable CurrentUser user) {
        HallFilter filter = new HallFilter(q, region, type, state, false);
        return halls.list(filter, PageQuery.of(after, limit))
                .map(page -> page.map(hall -> HallView.of(hall, new HallViewer(user))));
    }

    @GetMapping("/deleted")
    @Operation(summary = "Halls that were put away, inside the officer's region")
    Mono<Page<HallView>> deleted(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        HallFilter filter = new HallFilter(null, user.region(), null, null, true);
        return halls.list(filter, PageQuery.of(after, limit))
                .map(page -> page.map(hall -> HallView.of(hall, new HallViewer(user))));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One hall")
    Mono<ResponseEntity<HallView>> get(@PathVariable String id, @Nullable CurrentUser user) {
        HallViewer viewer = new HallViewer(user);
        return halls.get(id, viewer).map(hall -> answer(hall, viewer));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a hall (officers of the region, and the hall's manager)")
    Mono<ResponseEntity<HallView>> change(
            @PathVariable String id,
            @Valid @RequestBody HallInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return halls.change(id, input, Etags.required(ifMatch), user).map(hall -> answer(hall, new HallViewer(user)));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Put a hall away; it can be restored")
    Mono<ResponseEntity<Void>> delete(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return halls.delete(id, Etags.required(ifMatch), user)
                .thenReturn(ResponseEntity.noContent().build());
    }

    @PostMapping("/{id}/restore")
    @Operation(summary = "Bring back a hall that was put away")
    Mono<ResponseEntity<HallView>> restore(@PathVariable String id, CurrentUser user) {
        return halls.restore(id, user).map(hall -> answer(hall, new HallViewer(user)));
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Who changed what and when, the latest first")
    Mono<Page<Revision>> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return halls.history(id, PageQuery.of(after, limit), user);
    }

    private static ResponseEntity<HallView> answer(Hall hall, HallViewer viewer) {
        return ResponseEntity.ok().eTag(Etags.of(hall.version())).body(HallView.of(hall, viewer));
    }
}
