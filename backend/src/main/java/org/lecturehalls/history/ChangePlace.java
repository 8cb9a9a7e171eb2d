package org.lecturehalls.history;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;

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
        try {
            return new ChangePlace(Instant.parse(cursor.value(0)), Integer.parseInt(cursor.value(1)), cursor.value(2));
        } catch (DateTimeParseException | NumberFormatException notOurs) {
            throw new InvalidInputException(List.of(FieldProblem.of("after", "bad-cursor")));
        }
    }
}
