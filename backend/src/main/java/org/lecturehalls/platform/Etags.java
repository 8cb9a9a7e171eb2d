package org.lecturehalls.platform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The version of a document as an entity tag, and the version a change says it is based on. */
public final class Etags {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private Etags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version in {@code If-Match}.
     *
     * @throws MissingVersionException when the header is missing
     * @throws StaleVersionException when it is not a tag of ours, so that it can match nothing
     */
    public static long required(HttpHeaders headers) {
        return required(headers.getFirst(HttpHeaders.IF_MATCH));
    }

    /** As {@link #required(HttpHeaders)}, for a controller that takes the header as a parameter. */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new MissingVersionException();
        }
        Matcher tag = TAG.matcher(ifMatch.trim());
        if (!tag.matches()) {
            throw new StaleVersionException();
        }
        return Long.parseLong(tag.group(1));
    }

    /** @throws StaleVersionException when the change is based on another version than the present one */
    public static void check(@Nullable String ifMatch, long present) {
        if (required(ifMatch) != present) {
            throw new StaleVersionException();
        }
    }
}
