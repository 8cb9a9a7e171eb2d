package org.lecturehalls.sessions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.DomainException;
import org.lecturehalls.sessions.attendance.AttendanceList;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Enters what a hall wrote down on a day. A session that can't take it does not keep the others from doing so. */
@Service
class DayRosters {

    private final Attendance attendance;

    DayRosters(Attendance attendance) {
        this.attendance = attendance;
    }

    /**
     * What became of one session's part.
     *
     * @param entries one for each line that was sent, in order; none when the part was refused
     * @param attendance null when the part was refused
     * @param code why it was refused; null when it was not
     */
    @Schema(name = "DayRosterResult")
    record Result(
            @Schema(example = "01kb2v9m3x8f7q5n2c4d6e8g0k") String sessionId,
            boolean saved,
            List<Row> entries,
            @Schema(example = "73") @Nullable Integer attendance,
            @Schema(example = "31") @Nullable Integer listed,

            @Schema(example = "session-not-begun") @Nullable String code) {}

    /** @param added whether it is new; a line that was sent before is not added twice */
    @Schema(name = "DayRosterRow")
    record Row(
            @Schema(example = "5f1c9e0a-2b7d-4c8e-9a3f-6d5b4c3a2f10")
            String id,

            boolean added) {}

    Flux<Result> enter(DayRoster day, CurrentUser user) {
        return Flux.fromIterable(day.sessions()).concatMap(part -> enter(part, user));
    }

    private Mono<Result> enter(DayRoster.OfSession part, CurrentUser user) {
        return attendance
                .addLines(part.sessionId(), part.lines(), user)
                .flatMap(rows -> count(part, user).map(list -> saved(part, rows, list)))
                .onErrorResume(DomainException.class, refused -> Mono.just(refused(part, refused)));
    }

    private Mono<AttendanceList> count(DayRoster.OfSession part, CurrentUser user) {
        Integer people = part.headCount();
        return people == null
                ? attendance.list(part.sessionId(), user)
                : attendance.count(part.sessionId(), people, user);
    }

    private static Result saved(DayRoster.OfSession part, List<Row> rows, AttendanceList list) {
        return new Result(part.sessionId(), true, rows, list.attendance(), list.listed(), null);
    }

    private static Result refused(DayRoster.OfSession part, DomainException why) {
        return new Result(part.sessionId(), false, List.of(), null, null, why.code());
    }
}
