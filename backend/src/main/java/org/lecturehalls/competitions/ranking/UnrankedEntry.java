package org.lecturehalls.competitions.ranking;

import java.util.List;

/** An entry that has no score, and why. */
public record UnrankedEntry(String entry, int sheets, List<Note> notes) {

    public UnrankedEntry {
        notes = List.copyOf(notes);
    }
}
