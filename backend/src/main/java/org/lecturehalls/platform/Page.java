package org.lecturehalls.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the page
 * @param next cursor for {@code ?after=}; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * Cuts what was read to a page.
     *
     * @param read what was read, at most one more than the page holds, which tells that there is a next page
     * @param cursor the cursor that continues after an item
     */
    public static <T> Page<T> of(List<T> read, PageQuery query, Function<T, Cursor> cursor) {
        if (read.size() <= query.limit()) {
            return new Page<>(List.copyOf(read), null);
        }
        List<T> items = List.copyOf(read.subList(0, query.limit()));
        return new Page<>(items, cursor.apply(items.get(items.size() - 1)).encode());
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }
}
