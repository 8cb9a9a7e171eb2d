package org.lecturehalls.answers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;

/**
 * An answer as it goes over the line.
 *
 * @param headers that do not belong to one request alone
 * @param tag of its content, so that whoever has it already is sent nothing
 */
record KeptAnswer(byte[] body, HttpHeaders headers, String tag, Instant at) {

    private static final List<String> OF_ONE_REQUEST = List.of(
            "X-Request-Id",
            HttpHeaders.DATE,
            HttpHeaders.TRANSFER_ENCODING,
            HttpHeaders.CONTENT_ENCODING,
            HttpHeaders.CONTENT_LENGTH);

    static KeptAnswer of(byte[] body, HttpHeaders written, Instant at) {
        HttpHeaders headers = HttpHeaders.copyOf(written);
        OF_ONE_REQUEST.forEach(headers::remove);
        headers.setContentLength(body.length);
        return new KeptAnswer(body, headers, DigestUtils.md5DigestAsHex(body), at);
    }

    /** Not from the future either: a clock that was set back makes nothing last longer. */
    boolean isFresh(Instant now, Duration fresh) {
        return !now.isBefore(at) && now.isBefore(at.plus(fresh));
    }
}
