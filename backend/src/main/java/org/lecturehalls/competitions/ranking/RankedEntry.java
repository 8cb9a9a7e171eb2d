package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An entry's place.
 *
 * @param rank 1 for the first; equal entries share a rank and the next one skips as many (1, 2, 2, 4)
 * @param entry the entry
 * @param score after deductions, in the digits of the rule
 * @param sheets how many sheets the entry got
 * @param decidedBy what put the entry apart from another one of equal score, when something of the chain did
 * @param notes what a reader should know
 */
public record RankedEntry(
        int rank, String entry, BigDecimal score, int sheets, Optional<TieBreak> decidedBy, List<Note> notes) {

    public RankedEntry {
        notes = List.copyOf(notes);
    }
}
