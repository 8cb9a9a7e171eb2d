package org.lecturehalls.notices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/me/notices")
@Tag(name = "notices")
class MailboxController {

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
    @Operation(summary = "How many are unread, and how many are to be confirmed")
    Mono<Mailbox.Count> count(CurrentUser user) {
        return mailbox.count(user);
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
