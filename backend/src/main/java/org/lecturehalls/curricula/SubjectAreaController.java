package org.lecturehalls.curricula;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.curricula.SubjectAreaInput.NewSubjectArea;
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
@RequestMapping("/api/v1/subject-areas")
@Tag(name = "Subject areas", description = "What courses and sessions are about; the city's officers change them")
class SubjectAreaController {

    private final SubjectAreas areas;
    private final Idempotency idempotency;

    SubjectAreaController(SubjectAreas areas, Idempotency idempotency) {
        this.areas = areas;
        this.idempotency = idempotency;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SubjectArea")
    record View(
            @Schema(example = "farming-skills") String id,
            @Schema(example = "农业技术") String nameZh,
            @Schema(example = "Farming skills") String nameEn,
            @Schema(example = "40") int place,
            @Nullable Instant deletedAt,
            long version) {

        static View of(SubjectArea area) {
            return new View(area.id(), area.nameZh(), area.nameEn(), area.place(), area.deletedAt(), area.version());
        }
    }

    @GetMapping
    @Operation(summary = "The subject areas in their order")
    Mono<Page<View>> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return areas.list(false, PageQuery.of(after, limit)).map(page -> page.map(View::of));
    }

    @GetMapping("/deleted")
    @Operation(summary = "Those that were put away")
    Mono<Page<View>> deleted(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return areas.list(true, PageQuery.of(after, limit)).map(page -> page.map(View::of));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One subject area")
    Mono<ResponseEntity<View>> get(@PathVariable String id) {
        return areas.get(id).map(SubjectAreaController::answer);
    }

    @PostMapping
    @Operation(summary = "Add a subject area")
    Mono<ResponseEntity<View>> create(
            @Valid @RequestBody NewSubjectArea input,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        return idempotency
                .once(
                        user.id(),
                        "subject-areas",
                        key,
                        () -> areas.create(input.id(), input.text(), user).map(SubjectArea::id))
                .flatMap(areas::get)
                .map(area -> ResponseEntity.created(URI.create("/api/v1/subject-areas/" + area.id()))
                        .eTag(Etags.of(area.version()))
                        .body(View.of(area)));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a subject area's names and place")
    Mono<ResponseEntity<View>> change(
            @PathVariable String id,
            @Valid @RequestBody SubjectAreaInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return areas.change(id, input, Etags.required(ifMatch), user).map(SubjectAreaController::answer);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Put a subject area away; courses that have it keep it, and it can be restored")
    Mono<ResponseEntity<Void>> delete(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return areas.delete(id, Etags.required(ifMatch), user)
                .thenReturn(ResponseEntity.noContent().build());
    }

    @PostMapping("/{id}/restore")
    @Operation(summary = "Bring back a subject area that was put away")
    Mono<ResponseEntity<View>> restore(@PathVariable String id, CurrentUser user) {
        return areas.restore(id, user).map(SubjectAreaController::answer);
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Who changed what and when, the latest first")
    Mono<Page<Revision>> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return areas.history(id, PageQuery.of(after, limit));
    }

    private static ResponseEntity<View> answer(SubjectArea area) {
        return ResponseEntity.ok().eTag(Etags.of(area.version())).body(View.of(area));
    }
}
