package org.lecturehalls.notices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/me/notices")
@Tag(name = "notices")
class MailboxController {

    /** Shorter than proxies wait for a silent stream. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);

    private final Mailbox mailbox;

    MailboxController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping
    @Operation(summary = "What one was told, the latest first; with `open` what is still to be read or confirmed")
    Mono<Page<LetterView>> list(
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return mailbox.list(user, open, PageQuery.of(after, limit)).map(page -> page.map(LetterView::of));
    }

    @GetMapping("/count")
    @Operation(summary = "How many are unread, how many are to be confirmed, and of how many one was reminded")
    Mono<Mailbox.Count> count(CurrentUser user) {
        return mailbox.count(user);
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "watchNoticeCount",
            summary = "The same live: `notices` with the count at once and whenever it is another")
    Flux<ServerSentEvent<Mailbox.Count>> events(CurrentUser user) {
        Flux<ServerSentEvent<Mailbox.Count>> alive = Flux.interval(KEEP_ALIVE)
                .onBackpressureDrop()
                .map(tick -> ServerSentEvent.<Mailbox.Count>builder()
                        .comment("keep-alive")
                        .build());
        return mailbox.counts(user)
                .map(count -> ServerSentEvent.builder(count).event("notices").build())
                .mergeWith(alive);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One notice; looking at it does not mark it as read")
    Mono<LetterView> get(@PathVariable String id, CurrentUser user) {
        return mailbox.get(id, user).map(LetterView::of);
    }

    @PostMapping("/{id}/read")
    @Operation(summary = "Say that one has read it; the first time counts")
    Mono<LetterView> read(@PathVariable String id, CurrentUser user) {
        return mailbox.read(id, user).map(LetterView::of);
    }

    @PostMapping("/{id}/confirm")
    @Operation(summary = "Say that one has read and understood it; the first time counts")
    @ApiResponse(responseCode = "409", description = "`notice-revoked`")
    Mono<LetterView> confirm(@PathVariable String id, CurrentUser user) {
        return mailbox.confirm(id, user).map(LetterView::of);
    }
}
