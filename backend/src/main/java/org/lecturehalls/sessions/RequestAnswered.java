package org.lecturehalls.sessions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;

/**
 * Those who asked for a lecture have an answer.
 *
 * @param askers user ids
 * @param sessionId the session that their request became; null when there will be none
 * @param reason why there will be none
 */
public record RequestAnswered(
        String requestId,
        String topic,
        String hallName,
        RegionCode region,
        List<String> askers,
        @Nullable String sessionId,
        @Nullable String reason) {

    static RequestAnswered of(LectureRequest request) {
        return new RequestAnswered(
                request.id(),
                request.topic(),
                request.place().name(),
                request.place().region(),
                request.askers(),
                request.sessionId(),
                request.reason());
    }
}
