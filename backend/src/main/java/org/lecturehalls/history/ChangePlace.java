package org.lecturehalls.history;

import java.time.Instant;
import java.util.Comparator;
import org.lecturehalls.platform.Cursor;

/**
 * Where a change stands among all: the latest first, of those at the same moment by source and then by id. An import writes
 * thousands at the same moment, so the moment alone is no place.
 *
 * @param source number of the collection it was read from
 * @param id in that collection
 */
record ChangePlace(Instant at, int source, String id) {

    static final Comparator<ChangePlace> ORDER = Comparator.comparing(ChangePlace::at, Comparator.reverseOrder())
            .thenComparing(ChangePlace::source)
            .thenComparing(ChangePlace::id, Comparator.reverseOrder());

    Cursor cursor() {
        return Cursor.of(at.toString(), Integer.toString(source), id);
    }

    static ChangePlace of(Cursor cursor) {
        return new ChangePlace(cursor.instant(0), cursor.integer(1), cursor.value(2));
    }
}
