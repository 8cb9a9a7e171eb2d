package org.lecturehalls.sessions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/feeds")
@Tag(name = "feeds", description = "Calendars to subscribe to, at addresses that only their owner knows")
class CalendarFeedController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final CalendarFeeds feeds;

    CalendarFeedController(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    record Opening(
            @Schema(description = "Without it: the sessions of the lecturer who asks") @Size(max = 40) @Nullable
            String hallId) {}

    /** @param address in the answer to its making only */
    @Schema(name = "CalendarFeed")
    record View(
            String id,
            CalendarFeed.Kind kind,
            String name,
            @Nullable String hallId,
            Instant createdAt,
            @Nullable URI address) {
        static View of(CalendarFeed feed, @Nullable URI address) {
            var hallId = feed.kind() == CalendarFeed.Kind.HALL ? feed.subjectId() : null;
            return new View(feed.id(), feed.kind(), feed.name(), hallId, feed.createdAt(), address);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a calendar address; it is shown this once")
    Mono<View> open(@Valid @RequestBody Opening opening, CurrentUser user) {
        return feeds.open(opening.hallId(), user).map(opened -> View.of(opened.feed(), opened.address()));
    }

    @GetMapping
    @Operation(summary = "One's own calendar addresses, without their secrets")
    Mono<List<View>> own(CurrentUser user) {
        return feeds.ownedBy(user).map(feed -> View.of(feed, null)).collectList();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a calendar address")
    Mono<Void> revoke(@PathVariable String id, CurrentUser user) {
        return feeds.revoke(id, user);
    }

    @GetMapping("/{secret}.ics")
    @Operation(summary = "The calendar (iCalendar, RFC 5545)")
    Mono<ResponseEntity<byte[]>> calendar(@PathVariable String secret) {
        return feeds.calendar(secret)
                .map(text -> ResponseEntity.ok()
                        .contentType(CALENDAR)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sessions.ics\"")
                        .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                        .body(text.getBytes(StandardCharsets.UTF_8)));
    }
}
