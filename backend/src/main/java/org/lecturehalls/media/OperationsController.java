package org.lecturehalls.media;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/operations")
@Tag(name = "Operations", description = "What the platform is doing, for the officers of a region")
class OperationsController {

    private final JobBoard board;

    OperationsController(JobBoard board) {
        this.board = board;
    }

    @GetMapping("/media-jobs")
    @Operation(summary = "Media jobs inside the officer's region, the latest first")
    Mono<Page<MediaJobView>> listMediaJobs(
            @RequestParam(required = false) @Nullable JobState state,
            @RequestParam(required = false) @Nullable MediaKind kind,
            @RequestParam(required = false) @Nullable JobWork work,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user,
            @RequestHeader HttpHeaders headers) {
        return board.list(user, new JobBoard.Wanted(state, kind, work, false), PageQuery.of(after, limit), headers);
    }

    @GetMapping("/media-jobs/{id}")
    @Operation(summary = "One media job")
    Mono<MediaJobView> getMediaJob(@PathVariable String id, CurrentUser user, @RequestHeader HttpHeaders headers) {
        return board.get(user, id, headers);
    }

    @PostMapping("/media-jobs/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Have a failed job done again")
    Mono<Void> retryMediaJob(@PathVariable String id, CurrentUser user) {
        return board.retry(user, id);
    }

    @GetMapping("/dead-letters")
    @Operation(summary = "Files that could not be dealt with though it was tried several times")
    Mono<Page<MediaJobView>> listDeadLetters(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user,
            @RequestHeader HttpHeaders headers) {
        return board.list(user, new JobBoard.Wanted(null, null, null, true), PageQuery.of(after, limit), headers);
    }

    @DeleteMapping("/dead-letters/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a file from that list; it stays failed and can still be tried again")
    Mono<Void> dismissDeadLetter(@PathVariable String id, CurrentUser user) {
        return board.dismiss(user, id);
    }
}
