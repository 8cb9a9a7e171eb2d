package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.MediaLinks;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the public votes on before a result is published, in contests whose rule gives its vote a part of the score. */
@RestController
@RequestMapping("/api/v1/contests/{id}/ballot")
@Tag(name = "contests")
class BallotController {

    private final Ballots ballots;

    BallotController(Ballots ballots) {
        this.ballots = ballots;
    }

    @Operation(
            operationId = "listBallot",
            summary = "The entries that one can vote for, by number; nothing says how they were judged")
    @GetMapping
    Mono<Page<BallotEntry>> list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return ballots.list(id, PageQuery.of(after, limit));
    }

    @Operation(operationId = "getBallotMaterial", summary = "What was entered, for whoever wants to vote")
    @GetMapping("/{entryId}/material")
    Mono<MediaLinks> material(@PathVariable String id, @PathVariable String entryId) {
        return ballots.material(id, entryId);
    }

    /** An entry that one can vote for. */
    @Schema(name = "BallotEntry")
    record BallotEntry(
            String entryId,
            int number,
            String title,
            String entrant,
            @Nullable String category,
            Instant votingEndsAt) {}
}
