package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.util.List;

/** What a method says of an entry. */
sealed interface Outcome {

    List<Note> notes();

    record Scored(BigDecimal score, List<Note> notes) implements Outcome {}

    /** Missing is not zero: without the scores that it takes there is no score. */
    record NotScored(List<Note> notes) implements Outcome {}
}
