package org.lecturehalls.media;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/operations/orphans")
@Tag(name = "Operations")
class OrphanController {

    private final Orphans orphans;
    private final OrphanSweep sweep;

    OrphanController(Orphans orphans, OrphanSweep sweep) {
        this.orphans = orphans;
        this.sweep = sweep;
    }

    /** Objects that no record knows, or a record whose objects are gone. */
    @Schema(name = "Orphan")
    record OrphanView(
            @Schema(example = "media~06f5q8t0c1m2n3p4r5s6t7v8w9~")
            String id,

            OrphanKind kind,
            String assetId,
            @Nullable String fileName,

            @Schema(description = "How many objects there are, or how many a record misses", example = "12")
            long objects,

            long bytes,
            @Nullable Instant newest,
            Instant seenAt) {

        static OrphanView of(Orphan orphan) {
            return new OrphanView(
                    orphan.id(),
                    orphan.kind(),
                    orphan.assetId(),
                    orphan.fileName(),
                    orphan.objects(),
                    orphan.bytes(),
                    orphan.newest(),
                    orphan.seenAt());
        }
    }

    /** When orphans were last looked for; all null when they never were. */
    @Schema(name = "OrphanSweep")
    record SweepView(
            @Nullable Instant beganAt,
            @Nullable Instant endedAt,
            @Nullable Long found) {}

    @GetMapping
    @Operation(summary = "Objects without record, and records without objects")
    Mono<Page<OrphanView>> listOrphans(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return orphans.list(PageQuery.of(after, limit)).map(page -> page.map(OrphanView::of));
    }

    @GetMapping("/sweep")
    @Operation(summary = "When they were last looked for")
    Mono<SweepView> getOrphanSweep() {
        return sweep.latest()
                .map(last -> new SweepView(last.beganAt(), last.endedAt(), last.found()))
                .defaultIfEmpty(new SweepView(null, null, null));
    }

    @PostMapping("/sweep")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Look for them now, as it is done every night")
    void startOrphanSweep() {
        sweep.want();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove the objects, or the record. Cannot be undone")
    Mono<Void> deleteOrphan(
            @PathVariable String id,
            @Parameter(description = "How many objects were shown, as a confirmation", example = "12") @RequestParam
                    long objects) {
        return orphans.delete(id, objects);
    }
}
