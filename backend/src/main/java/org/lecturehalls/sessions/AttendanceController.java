package org.lecturehalls.sessions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.sessions.attendance.AttendanceList;
import org.lecturehalls.sessions.attendance.Correction;
import org.lecturehalls.sessions.attendance.SheetEntry;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "attendance", description = "Check-in, roster, head count, records and ratings")
class AttendanceController {

    private final CheckIns checkIns;
    private final Attendance attendance;

    AttendanceController(CheckIns checkIns, Attendance attendance) {
        this.checkIns = checkIns;
        this.attendance = attendance;
    }

    record CheckInInput(
            @Schema(example = "01kb2v9m3x8f7q5n2c4d6e8g0k") @NotBlank @Size(max = 40)
            String sessionId,

            @Schema(example = "408213", description = "What the QR code holds, or the six digits beside it")
            @NotBlank
            @Size(max = 80)
            String code,

            @Schema(
                    example = "0",
                    description = "How long before sending the code was seen, on a phone that had no network meanwhile")
            @Min(0)
            @Max(86_400)
            @Nullable
            Integer secondsAgo) {

        CheckIns.Seen seen() {
            return new CheckIns.Seen(code, Duration.ofSeconds(secondsAgo == null ? 0 : secondsAgo));
        }
    }

    record RosterInput(@NotEmpty @Size(max = 500) List<@Valid Line> entries) {
        @Schema(name = "RosterLine")
        record Line(
                @Schema(example = "5f1c9e0a-2b7d-4c8e-9a3f-6d5b4c3a2f10", description = "Made by the device, once")
                @NotBlank
                @Pattern(regexp = "[A-Za-z0-9-]{8,64}")
                String id,

                @Schema(example = "韦大姐") @NotBlank @Size(max = 40)
                String name) {}
    }

    record HeadCountInput(
            @Schema(example = "73") @Min(0) @Max(100_000) int people) {}

    record CorrectionInput(
            @NotBlank @Size(max = 80) String person,
            @NotNull Boolean withdrawn,

            @Schema(example = "重复登记") @NotBlank @Size(max = 200)
            String reason) {}

    record RecordInput(
            @Schema(example = "先讲芒果疏花，再答问四十分钟。") @NotBlank @Size(max = 20_000)
            String minutes,

            @Schema(
                    description =
                            "Media assets of kind PHOTO, in the order in which they are shown; each your own or of"
                                    + " your region. One that is left out is deleted, unless a hall shows it too")
            @Size(max = 20)
            @Nullable
            List<@NotBlank @Size(max = 40) String> photoAssetIds) {}

    record RatingInput(
            @Schema(example = "5") @Min(1) @Max(5) int stars,

            @Schema(example = "听得懂，用得上") @Size(max = 500) @Nullable
            String comment) {}

    @Schema(name = "AttendanceList")
    record ListView(
            int attendance, int listed, @Nullable Integer headCount, List<SheetEntry> entries, List<Correction> trail) {

        static ListView of(AttendanceList list) {
            return new ListView(list.attendance(), list.listed(), list.headCount(), list.entries(), list.trail());
        }
    }

    @Schema(name = "SessionRecord")
    record RecordView(
            String minutes, List<String> photoAssetIds, String byName, Instant at, boolean late, long version) {
        static RecordView of(SessionRecord record, long version) {
            return new RecordView(
                    record.minutes(), record.photoAssetIds(), record.byName(), record.at(), record.late(), version);
        }
    }

    @GetMapping("/sessions/{id}/check-in-code")
    @Operation(summary = "The code to show in the hall now; it changes every 15 seconds")
    Mono<CheckIns.Code> code(@PathVariable String id, CurrentUser user) {
        return checkIns.code(id, user);
    }

    @PostMapping("/check-ins")
    @Operation(
            summary = "Check in by QR code or six digits; saying it again is the same check-in",
            description = "A code kept by a phone without network is noted with `confirmed` false once it has run out;"
                    + " it counts when somebody in charge puts the person on the list, or after a fresh code.")
    @ApiResponse(responseCode = "200", description = "Noted, now or before")
    @ApiResponse(responseCode = "409", description = "`check-in-not-open`, `check-in-closed`, `session-cancelled`")
    @ApiResponse(responseCode = "422", description = "`code-not-valid`, `too-many-codes`")
    Mono<CheckIns.CheckedIn> checkIn(@Valid @RequestBody CheckInInput input, CurrentUser user) {
        return checkIns.checkIn(input.sessionId(), input.seen(), user);
    }

    @GetMapping("/sessions/{id}/attendance")
    @Operation(summary = "Who came, and what was corrected (those in charge)")
    Mono<ListView> list(@PathVariable String id, CurrentUser user) {
        return attendance.list(id, user).map(ListView::of);
    }

    @PostMapping("/sessions/{id}/roster")
    @Operation(summary = "Enter people without a phone, also later from an offline device; a repeat changes nothing")
    Mono<ListView> roster(@PathVariable String id, @Valid @RequestBody RosterInput input, CurrentUser user) {
        var lines = input.entries().stream()
                .map(line -> new Attendance.RosterLine(line.id(), line.name()))
                .toList();
        return attendance.addRoster(id, lines, user).map(ListView::of);
    }

    @PutMapping("/sessions/{id}/head-count")
    @Operation(summary = "How many people were in the hall, listed or not")
    Mono<ListView> headCount(@PathVariable String id, @Valid @RequestBody HeadCountInput input, CurrentUser user) {
        return attendance.count(id, input.people(), user).map(ListView::of);
    }

    @PostMapping("/sessions/{id}/corrections")
    @Operation(summary = "Take somebody off the list, or put them back on; both stay in the trail")
    Mono<ListView> correct(@PathVariable String id, @Valid @RequestBody CorrectionInput input, CurrentUser user) {
        var kind = input.withdrawn() ? Correction.Kind.WITHDRAWN : Correction.Kind.RESTORED;
        return attendance
                .correct(id, input.person(), kind, input.reason(), user)
                .map(ListView::of);
    }

    @PutMapping("/sessions/{id}/record")
    @Operation(summary = "Hand in the record of a session (一会一记)")
    Mono<ResponseEntity<RecordView>> record(
            @PathVariable String id,
            @Valid @RequestBody RecordInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        var photos = input.photoAssetIds() == null ? List.<String>of() : input.photoAssetIds();
        return attendance
                .record(id, input.minutes(), photos, Etags.required(ifMatch), user)
                .mapNotNull(
                        session -> session.record() == null ? null : RecordView.of(session.record(), session.version()))
                .map(view -> ResponseEntity.ok().eTag(Etags.of(view.version())).body(view));
    }

    @PutMapping("/sessions/{id}/rating")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "What somebody who came thinks of it")
    Mono<Void> rate(@PathVariable String id, @Valid @RequestBody RatingInput input, CurrentUser user) {
        return attendance.rate(id, input.stars(), input.comment(), user);
    }
}
