package org.lecturehalls.curricula;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a hall needs to show a week's lectures without a network. */
@RestController
@Tag(name = "halls")
class HallWeekController {

    private static final String TEXT = "text/plain;charset=utf-8";
    private static final String WEEK = "Some day of the week, in the city's time; today when not given";

    private final HallWeeks weeks;

    HallWeekController(HallWeeks weeks) {
        this.weeks = weeks;
    }

    @Operation(
            operationId = "getHallOfflineList",
            summary = "All video lessons of a hall's sessions in a week, as files to be saved",
            description = "At most 500 lessons, of the published courses that the sessions teach.")
    @GetMapping("/api/v1/halls/{id}/offline-list")
    Mono<HallWeek> get(
            @PathVariable String id,
            @Parameter(description = WEEK, example = "2026-12-02")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate week) {
        return weeks.get(id, week);
    }

    @Operation(
            operationId = "getHallOfflineChecksums",
            summary = "The checksums of these files, for `sha256sum --check`",
            description = "One line for each file, with the name under which a browser saves it.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = TEXT, schema = @Schema(type = "string")))
    @GetMapping("/api/v1/halls/{id}/offline-list/sha256sums")
    Mono<ResponseEntity<String>> checksums(
            @PathVariable String id,
            @Parameter(description = WEEK, example = "2026-12-02")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate week) {
        return weeks.get(id, week).map(HallWeekController::text);
    }

    private static ResponseEntity<String> text(HallWeek week) {
        String name = "SHA256SUMS-" + week.monday() + ".txt";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(TEXT))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.US_ASCII)
                                .build()
                                .toString())
                .body(week.checksums());
    }

    @Operation(
            operationId = "orderHallOfflineList",
            summary = "Have all these files made that are not there yet (hall managers and officers in their region)")
    @PostMapping("/api/v1/halls/{id}/offline-list")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<HallWeek> order(
            CurrentUser user,
            @PathVariable String id,
            @Parameter(description = WEEK, example = "2026-12-02")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate week) {
        return weeks.order(user, id, week);
    }
}
