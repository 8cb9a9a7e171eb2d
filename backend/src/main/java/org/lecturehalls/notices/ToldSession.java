package org.lecturehalls.notices;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.sessions.SessionCall;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What those who have to come to a session were told last, so that the next change can be told from it.
 *
 * @param remindedOf the start that they were reminded of
 */
@Document("noticeSessions")
record ToldSession(
        @Id String sessionId,
        int sequence,
        String hallId,
        Instant startsAt,
        boolean cancelled,
        List<Recipient> lecturers,
        @Nullable Instant remindedOf) {

    static ToldSession of(SessionCall call, @Nullable Instant remindedOf) {
        return new ToldSession(
                call.sessionId(),
                call.sequence(),
                call.hallId(),
                call.startsAt(),
                call.cancelled(),
                lecturers(call),
                remindedOf);
    }

    static List<Recipient> lecturers(SessionCall call) {
        return call.lecturers().stream()
                .map(each -> new Recipient(each.userId(), each.name(), call.hallName(), call.region()))
                .toList();
    }

    /** What kind of news the session is after this. */
    NoticeKind newsIn(SessionCall call) {
        if (call.cancelled()) {
            return NoticeKind.SESSION_CANCELLED;
        }
        var moved = !call.startsAt().equals(startsAt) || !call.hallId().equals(hallId);
        return moved ? NoticeKind.SESSION_MOVED : NoticeKind.SESSION_CHANGED;
    }

    ToldSession reminded(Instant start) {
        return new ToldSession(sessionId, sequence, hallId, startsAt, cancelled, lecturers, start);
    }
}
