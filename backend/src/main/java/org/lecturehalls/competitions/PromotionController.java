package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.lecturehalls.identity.CurrentUser;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** County rounds that feed a city's. */
@RestController
@Tag(name = "contests")
class PromotionController {

    private final Promotions promotions;

    PromotionController(Promotions promotions) {
        this.promotions = promotions;
    }

    @Operation(
            operationId = "promoteEntries",
            summary = "Take the best of a published round inside one's region into this contest, once",
            description = "By quota, by percent or from a minimum score on. What was taken is signed and logged.")
    @PostMapping("/api/v1/contests/{id}/promotions")
    Mono<Promoted> promote(CurrentUser user, @PathVariable String id, @Valid @RequestBody PromotionRule rule) {
        return promotions.promote(user, id, rule).map(Promoted::new);
    }

    /** @param entries how many were taken in */
    @Schema(name = "Promoted")
    record Promoted(@Schema(example = "12") int entries) {}
}
