package org.lecturehalls.sessions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.Photo;
import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "attendance")
class SessionRecordController {

    private final SessionRecords records;
    private final RecordPictures pictures;

    SessionRecordController(SessionRecords records, RecordPictures pictures) {
        this.records = records;
        this.pictures = pictures;
    }

    /** A record as everybody may read it. */
    @Schema(name = "PublishedSessionRecord")
    record View(
            String sessionId,
            String title,
            String hallName,
            Instant startsAt,
            String minutes,
            Instant at,
            List<Photo> photos) {

        static View of(Session session, SessionRecord record, List<Photo> photos) {
            return new View(
                    session.id(),
                    session.plan().title(),
                    session.plan().place().name(),
                    session.plan().startsAt(),
                    record.minutes(),
                    record.at(),
                    photos);
        }
    }

    /** @param dueAt until when the record has to be there */
    @Schema(name = "DueSessionRecord")
    record DueView(
            String sessionId,
            String title,
            String hallId,
            String hallName,
            String region,
            Instant startsAt,
            Instant dueAt,
            boolean overdue) {}

    @GetMapping("/sessions/{id}/record")
    @Operation(summary = "What was said and done, once the record is there (一会一记)")
    Mono<View> record(@PathVariable String id) {
        return records.of(id).flatMap(this::view);
    }

    private Mono<View> view(Session session) {
        SessionRecord record = session.record();
        return record == null ? Mono.empty() : pictures.of(record).map(photos -> View.of(session, record, photos));
    }

    @GetMapping("/session-records/due")
    @Operation(summary = "Sessions that ended and have no record yet, the oldest first; by default of one's own region")
    Mono<Page<DueView>> due(
            @Schema(type = "string", example = "451022") @RequestParam(required = false) @Nullable RegionCode region,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        var where = region == null ? user.region() : region;
        if (!user.mayActIn(where)) {
            return Mono.error(new NotAllowedException("outside-region"));
        }
        return records.due(where, PageQuery.of(after, limit)).map(page -> page.map(this::due));
    }

    private DueView due(Session session) {
        var plan = session.plan();
        return new DueView(
                session.id(),
                plan.title(),
                plan.place().hallId(),
                plan.place().name(),
                plan.place().region().value(),
                plan.startsAt(),
                records.dueAt(plan),
                records.isOverdue(plan));
    }
}
