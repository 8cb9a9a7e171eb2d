package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lecturehalls.identity.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The vote of the public, shown beside the ranking or, where the rule says so, with a small part of the score. */
@RestController
@RequestMapping("/api/v1/contests/{id}")
@Tag(name = "contests")
class VoteController {

    private final Voting voting;

    VoteController(Voting voting) {
        this.voting = voting;
    }

    @Operation(operationId = "voteForEntry", summary = "Vote for an entry, once a day, as long as the public votes")
    @PostMapping("/entries/{entryId}/votes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> vote(CurrentUser user, @PathVariable String id, @PathVariable String entryId) {
        return voting.vote(user, id, entryId);
    }

    @Operation(operationId = "countVotes", summary = "How many votes each entry has, apart from the ranking")
    @GetMapping("/votes")
    Mono<VoteCounts> counts(@PathVariable String id) {
        return voting.counts(id).map(VoteCounts::new);
    }

    @Operation(operationId = "findVoteBursts", summary = "Minutes in which an entry got remarkably many votes")
    @GetMapping("/votes/bursts")
    Mono<VoteBursts> bursts(CurrentUser user, @PathVariable String id) {
        return voting.bursts(user, id)
                .map(found -> new VoteBursts(found.stream()
                        .map(each ->
                                new VoteBurst(each.entryId(), Instant.ofEpochSecond(each.minute() * 60), each.votes()))
                        .toList()));
    }

    @Operation(
            operationId = "voidVotes",
            summary = "Let votes of some minutes count no more; they are kept, and the log says why")
    @PostMapping("/votes/void")
    Mono<VotesVoided> voidVotes(CurrentUser user, @PathVariable String id, @Valid @RequestBody VoidVotes which) {
        return voting.voidVotes(user, id, which.entryId(), which.from(), which.to(), which.reason())
                .map(VotesVoided::new);
    }

    /** @param byEntry votes that count */
    record VoteCounts(Map<String, Long> byEntry) {}

    /** The busiest minutes first, 200 at most. */
    record VoteBursts(List<VoteBurst> bursts) {}

    /** A minute. */
    record VoteBurst(String entryId, Instant minute, long votes) {}

    /** Which votes count no more: those for an entry between two minutes, both included. */
    record VoidVotes(
            @NotBlank @Size(max = 64) String entryId,
            @NotNull Instant from,
            @NotNull Instant to,
            @NotBlank @Size(max = 500) String reason) {}

    /** How many they were. */
    record VotesVoided(@Schema(example = "57") long votes) {}
}
