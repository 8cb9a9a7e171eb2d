package org.lecturehalls.sessions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
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
@RequestMapping("/api/v1/vehicles")
@Tag(name = "vehicles", description = "Cars of the mobile classrooms")
class VehicleController {

    private final Vehicles vehicles;

    VehicleController(Vehicles vehicles) {
        this.vehicles = vehicles;
    }

    @GetMapping
    @Operation(summary = "The vehicles of one's region")
    Mono<Page<Vehicle>> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return vehicles.within(user, PageQuery.of(after, limit));
    }

    @PostMapping
    @Operation(summary = "Enter a vehicle (officers)")
    Mono<ResponseEntity<Vehicle>> create(
            @Valid @RequestBody VehicleInput input,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        return vehicles.create(input, key, user)
                .map(vehicle -> ResponseEntity.created(URI.create("/api/v1/vehicles/" + vehicle.id()))
                        .eTag(Etags.of(vehicle.version()))
                        .body(vehicle));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a vehicle (officers)")
    Mono<ResponseEntity<Vehicle>> change(
            @PathVariable String id,
            @Valid @RequestBody VehicleInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return vehicles.change(id, input, Etags.required(ifMatch), user)
                .map(vehicle ->
                        ResponseEntity.ok().eTag(Etags.of(vehicle.version())).body(vehicle));
    }
}
