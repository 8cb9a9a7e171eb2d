package org.lecturehalls.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Problem details after RFC 9457.
 *
 * @param type {@code urn:lecture-halls:problem:<code>}
 * @param title one sentence in the caller's language
 * @param status HTTP status
 * @param detail more for this occurrence; null when there is nothing to add
 * @param code stable name of the problem
 * @param requestId for finding the request in the logs
 * @param errors fields or parts that are wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String code,
        String requestId,
        List<FieldError> errors) {

    static final String TYPE_PREFIX = "urn:lecture-halls:problem:";

    /**
     * One wrong field.
     *
     * @param field path of the field
     * @param code stable
     * @param message one sentence in the caller's language
     */
    public record FieldError(String field, String code, String message) {}
}
