package org.lecturehalls.sessions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.exchange.Spreadsheet;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.regions.RegionCode;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "attendance")
class AttendanceExportController {

    private final AttendanceExport export;
    private final Schedule schedule;

    AttendanceExportController(AttendanceExport export, Schedule schedule) {
        this.export = export;
        this.schedule = schedule;
    }

    @GetMapping("/sessions/{id}/attendance/export")
    @Operation(summary = "Who came to a session, as a spreadsheet (those in charge of it)")
    Mono<ResponseEntity<Flux<DataBuffer>>> ofSession(
            @PathVariable String id, @RequestParam(defaultValue = "XLSX") Spreadsheet format, CurrentUser user) {
        return schedule.get(id)
                .flatMap(session -> SessionRights.check(user, session))
                .map(session -> format.answer("attendance-" + id, AttendanceExport.HEADER, export.rows(session)));
    }

    @GetMapping("/attendance/export")
    @Operation(
            summary = "Who came in a month, as a spreadsheet",
            description = "Of a region, by default one's own, or of one hall in it. Not held as a whole at any time.")
    ResponseEntity<Flux<DataBuffer>> ofMonth(
            @Schema(type = "string", example = "451022") @RequestParam(required = false) @Nullable RegionCode region,
            @Schema(type = "string", example = "2026-05") @RequestParam YearMonth month,
            @RequestParam(required = false) @Nullable String hallId,
            @RequestParam(defaultValue = "XLSX") Spreadsheet format,
            CurrentUser user) {
        var where = region == null ? user.region() : region;
        if (!user.mayActIn(where)) {
            throw new NotAllowedException("outside-region");
        }
        return format.answer("attendance-" + month, AttendanceExport.HEADER, export.rows(where, month, hallId));
    }
}
