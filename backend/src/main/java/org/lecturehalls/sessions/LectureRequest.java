package org.lecturehalls.sessions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A lecture that people ask for (点单), until somebody is sent (派单).
 *
 * @param from from when it would suit; null when any time does
 * @param to until when it would suit
 * @param askers user ids of the one who asked and of those who second it, the first one first
 * @param sessionId the session it became
 */
@Document("lectureRequests")
@CompoundIndex(def = "{'place.region': 1, 'state': 1, '_id': 1}")
@CompoundIndex(def = "{'askers': 1, '_id': 1}")
record LectureRequest(
        @Id String id,
        String topic,
        String subject,
        SessionPlace place,
        @Nullable Instant from,
        @Nullable Instant to,
        List<String> askers,
        State state,
        @Nullable String sessionId,
        @Nullable String reason,
        Instant askedAt,
        long version) {

    enum State {
        OPEN,
        ASSIGNED,
        DECLINED,
        /** Nobody answered before the time that would have suited was over. */
        EXPIRED
    }

    /** Whether a session at this time would have suited; a request without times suits any. */
    boolean wants(Instant start, Instant end) {
        return (from == null || from.isBefore(end)) && (to == null || to.isAfter(start));
    }
}
