package org.lecturehalls.competitions.ranking;

import java.util.List;
import java.util.Map;

/** Makes one number of the marks that each entry got. */
interface Average {

    /** Answers for the entries that the column has marks of, and for no others. */
    Map<String, Averaged> of(Column column);

    /**
     * An average.
     *
     * @param value exact, where the method allows it
     * @param remarks what a reader should know of how it was made
     */
    record Averaged(Ratio value, List<Note.Code> remarks) {

        static Averaged plain(Ratio value) {
            return new Averaged(value, List.of());
        }
    }
}
