package org.lecturehalls.lecturers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
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
@RequestMapping("/api/v1/lecturers")
@Tag(name = "Lecturers")
class LecturerController {

    private final LecturerRecords lecturers;
    private final Idempotency idempotency;

    LecturerController(LecturerRecords lecturers, Idempotency idempotency) {
        this.lecturers = lecturers;
        this.idempotency = idempotency;
    }

    @PostMapping
    @Operation(summary = "Add a lecturer (officers, inside their region)")
    Mono<ResponseEntity<LecturerView>> create(
            @Valid @RequestBody LecturerInput input,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        LecturerViewer viewer = new LecturerViewer(user);
        return idempotency
                .once(
                        user.id(),
                        "lecturers",
                        key,
                        () -> lecturers.create(input, user).map(Lecturer::id))
                .flatMap(id -> lecturers.get(id, viewer))
                .map(lecturer -> ResponseEntity.created(URI.create("/api/v1/lecturers/" + lecturer.id()))
                        .eTag(Etags.of(lecturer.version()))
                        .body(LecturerView.of(lecturer, viewer)));
    }

    @GetMapping
    @Operation(summary = "Find lecturers, in the order of their numbers")
    Mono<Page<LecturerView>> list(
            @Parameter(description = "Part of the name, number or a subject", example = "乡村振兴")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(example = "451022") @RequestParam(required = false) @Nullable RegionCode region,
            @RequestParam(required = false) @Nullable LecturerCategory category,
            @RequestParam(required = false) @Nullable LectureForm format,
            @RequestParam(required = false) @Nullable SpokenLanguage language,
            @RequestParam(required = false) @Nullable String teamId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            @Nullable CurrentUser user) {
        LecturerFilter filter = new LecturerFilter(q, region, category, format, language, teamId, false);
        return page(filter, after, limit, new LecturerViewer(user));
    }

    @GetMapping("/deleted")
    @Operation(summary = "Lecturers who were put away, inside the officer's region")
    Mono<Page<LecturerView>> deleted(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        LecturerFilter filter = new LecturerFilter(null, user.region(), null, null, null, null, true);
        return page(filter, after, limit, new LecturerViewer(user));
    }

    private Mono<Page<LecturerView>> page(
            LecturerFilter filter, @Nullable String after, @Nullable Integer limit, LecturerViewer viewer) {
        return lecturers
                .list(filter, PageQuery.of(after, limit))
                .map(page -> page.map(lecturer -> LecturerView.of(lecturer, viewer)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One lecturer")
    Mono<ResponseEntity<LecturerView>> get(@PathVariable String id, @Nullable CurrentUser user) {
        LecturerViewer viewer = new LecturerViewer(user);
        return lecturers.get(id, viewer).map(lecturer -> answer(lecturer, viewer));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a lecturer (officers, inside their region)")
    Mono<ResponseEntity<LecturerView>> change(
            @PathVariable String id,
            @Valid @RequestBody LecturerInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return lecturers
                .change(id, input, Etags.required(ifMatch), user)
                .map(lecturer -> answer(lecturer, new LecturerViewer(user)));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Put a lecturer away; can be restored")
    Mono<ResponseEntity<Void>> delete(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return lecturers
                .delete(id, Etags.required(ifMatch), user)
                .thenReturn(ResponseEntity.noContent().build());
    }

    @PostMapping("/{id}/restore")
    @Operation(summary = "Bring back a lecturer who was put away")
    Mono<ResponseEntity<LecturerView>> restore(@PathVariable String id, CurrentUser user) {
        return lecturers.restore(id, user).map(lecturer -> answer(lecturer, new LecturerViewer(user)));
    }

    private static ResponseEntity<LecturerView> answer(Lecturer lecturer, LecturerViewer viewer) {
        return ResponseEntity.ok().eTag(Etags.of(lecturer.version())).body(LecturerView.of(lecturer, viewer));
    }
}
