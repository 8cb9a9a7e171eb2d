package org.lecturehalls.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Operations")
class ChangeController {

    private final ChangeSearch search;

    ChangeController(ChangeSearch search) {
        this.search = search;
    }

    @GetMapping("/api/v1/operations/changes")
    @Operation(summary = "Who changed what inside the officer's region, the latest first")
    Mono<Page<ChangeView>> searchChanges(
            @Parameter(description = "Id or whole name of who made the change", example = "韦秀兰")
                    @RequestParam(required = false)
                    @Nullable
                    String by,
            @Parameter(description = "Id of the record") @RequestParam(required = false) @Nullable String record,
            @Parameter(description = "Kind of the record", example = "halls") @RequestParam(required = false) @Nullable
                    String kind,
            @Parameter(description = "Not before", example = "2026-05-01T00:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    Instant from,
            @Parameter(description = "Before", example = "2026-06-01T00:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    Instant to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return search.find(user, new ChangeQuery(by, record, kind, from, to), PageQuery.of(after, limit));
    }
}
