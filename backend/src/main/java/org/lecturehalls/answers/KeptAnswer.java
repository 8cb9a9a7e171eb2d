package org.lecturehalls.answers;

import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;

/**
 * An answer as it goes over the line.
 *
 * @param tag of its content, so that whoever has it already is sent nothing
 */
record KeptAnswer(byte[] body, String contentType, String tag, Instant at) {

    static KeptAnswer of(byte[] body, HttpHeaders headers, Instant at) {
        String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        return new KeptAnswer(body, type == null ? "application/json" : type, DigestUtils.md5DigestAsHex(body), at);
    }

    /** Not from the future either: a clock that was set back makes nothing last longer. */
    boolean isFresh(Instant now, Duration fresh) {
        return !now.isBefore(at) && now.isBefore(at.plus(fresh));
    }
}
