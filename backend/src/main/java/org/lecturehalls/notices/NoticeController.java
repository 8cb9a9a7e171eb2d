package org.lecturehalls.notices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.MediaLinks;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/notices")
@Tag(name = "notices", description = "What departments tell halls and lecturers, and who has read it")
class NoticeController {

    private final Notices notices;
    private final NoticeStore store;

    NoticeController(Notices notices, NoticeStore store) {
        this.notices = notices;
        this.store = store;
    }

    record Revocation(
            @Schema(example = "时间有误，另行通知") @NotBlank @Size(max = 200)
            String reason) {}

    @GetMapping
    @Operation(summary = "Notices sent in one's region, the latest first (officers)")
    Mono<Page<NoticeView>> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return store.within(user.region(), PageQuery.of(after, limit)).map(page -> page.map(NoticeView::of));
    }

    @PostMapping
    @Operation(
            summary = "Send a notice to halls or lecturers of one's region",
            description = "Who gets it is worked out now and stays: whoever comes later does not.")
    @ApiResponse(responseCode = "201", description = "Sent")
    @ApiResponse(responseCode = "422", description = "`no-recipients`, `too-many-recipients`")
    Mono<ResponseEntity<NoticeView>> send(
            @Valid @RequestBody NoticeInput input,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        return notices.send(input, key, user)
                .map(notice -> ResponseEntity.created(URI.create("/api/v1/notices/" + notice.id()))
                        .eTag(Etags.of(notice.version()))
                        .body(NoticeView.of(notice)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One notice, for those in charge of its region")
    Mono<ResponseEntity<NoticeView>> get(@PathVariable String id, CurrentUser user) {
        return notices.own(id, user).map(NoticeController::answer);
    }

    @PostMapping("/{id}/revoke")
    @Operation(summary = "Take a notice back; recipients see that and why, and its text no more")
    Mono<ResponseEntity<NoticeView>> revoke(
            @PathVariable String id,
            @Valid @RequestBody Revocation revocation,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return notices.revoke(id, revocation.reason(), Etags.required(ifMatch), user)
                .map(NoticeController::answer);
    }

    @GetMapping("/{id}/attachments/{assetId}")
    @Operation(summary = "Where an attachment can be read, for recipients and those in charge")
    Mono<MediaLinks> attachment(@PathVariable String id, @PathVariable String assetId, CurrentUser user) {
        return notices.attachment(id, assetId, user);
    }

    private static ResponseEntity<NoticeView> answer(Notice notice) {
        return ResponseEntity.ok().eTag(Etags.of(notice.version())).body(NoticeView.of(notice));
    }
}
