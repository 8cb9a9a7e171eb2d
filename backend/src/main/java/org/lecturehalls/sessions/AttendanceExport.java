package org.lecturehalls.sessions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;
import org.lecturehalls.sessions.attendance.SheetEntry;
import org.lecturehalls.sessions.attendance.Sheets;
import org.lecturehalls.sessions.booking.BookingSettings;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The attendance lists of a month as rows of a table: a line for each who came, session by session. */
@Component
class AttendanceExport {

    static final List<String> HEADER = List.of("讲习标识", "题目", "开始时间", "讲习所", "区划代码", "姓名", "登记方式", "登记时间", "已撤销", "评分");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final ReactiveMongoOperations mongo;
    private final Sheets sheets;
    private final ZoneId zone;

    AttendanceExport(ReactiveMongoOperations mongo, Sheets sheets, BookingSettings settings) {
        this.mongo = mongo;
        this.sheets = sheets;
        this.zone = settings.zone();
    }

    /** @param hallId null for all halls of the region */
    Flux<List<String>> rows(RegionCode region, YearMonth month, @Nullable String hallId) {
        var wanted = where("plan.startsAt")
                .gte(month.atDay(1).atStartOfDay(zone).toInstant())
                .lt(month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant())
                .and("plan.place.region")
                .regex("^" + region.value())
                .and("state")
                .is(SessionState.SCHEDULED);
        if (hallId != null) {
            wanted.and("plan.place.hallId").is(hallId);
        }
        var inOrder = Query.query(wanted).with(Sort.by("plan.startsAt", "_id"));
        return mongo.find(inOrder, Session.class).concatMap(this::rows, 1);
    }

    Flux<List<String>> rows(Session session) {
        return Mono.defer(() -> sheets.read(session.id(), session.sheets()))
                .flatMapIterable(list -> list.entries())
                .map(entry -> row(session, entry));
    }

    private List<String> row(Session session, SheetEntry entry) {
        var place = session.plan().place();
        return List.of(
                session.id(),
                session.plan().title(),
                TIME.format(session.plan().startsAt().atZone(zone)),
                place.name(),
                place.region().value(),
                entry.name(),
                entry.way() == SheetEntry.Way.CODE ? "扫码" : "名册",
                TIME.format(entry.at().atZone(zone)),
                entry.counts() ? "" : "是",
                entry.stars() == null ? "" : entry.stars().toString());
    }
}
