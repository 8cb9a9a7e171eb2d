package org.lecturehalls.worker.video;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.lecturehalls.media.contract.FilmNotes.Kind;
import org.lecturehalls.media.contract.FilmNotes.Note;

/**
 * Stretches of things of which something is true, one after another.
 *
 * @param count how many things there are
 * @param time at which each begins, in seconds; of the one behind the last as well
 */
record Stretches(int count, IntToDoubleFunction time) {

    /** @param fewest a stretch of fewer is none */
    List<Note> of(Kind kind, IntPredicate is, int fewest) {
        List<Note> notes = new ArrayList<>();
        int begun = -1;
        for (int i = 0; i <= count; i++) {
            boolean now = i < count && is.test(i);
            if (now && begun < 0) {
                begun = i;
            } else if (!now && begun >= 0) {
                if (i - begun >= fewest) {
                    notes.add(new Note(kind, time.applyAsDouble(begun), time.applyAsDouble(i)));
                }
                begun = -1;
            }
        }
        return notes;
    }
}
