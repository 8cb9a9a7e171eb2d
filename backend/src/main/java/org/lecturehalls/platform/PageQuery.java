package org.lecturehalls.platform;

import org.jspecify.annotations.Nullable;

/**
 * Which page is wanted.
 *
 * @param after continue after this; null for the first page
 * @param limit how many items, 1 to {@value #MAX_LIMIT}
 */
public record PageQuery(@Nullable Cursor after, int limit) {

    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    /** From the request's parameters; a limit out of bounds is brought inside. */
    public static PageQuery of(@Nullable String after, @Nullable Integer limit) {
        int wanted = limit == null ? DEFAULT_LIMIT : limit;
        return new PageQuery(after == null ? null : Cursor.parse(after), Math.max(1, Math.min(MAX_LIMIT, wanted)));
    }

    /** How many items to read so that it shows whether there is a next page. */
    public int readLimit() {
        return limit + 1;
    }
}
