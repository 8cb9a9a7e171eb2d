package org.lecturehalls.competitions;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How far a contest has come. */
enum ContestState {
    /** Being set up; seen by officers only. */
    DRAFT,
    /** Announced; takes entries between its opening and its closing. Rubric and rule no longer change. */
    OPEN,
    /** Closed for entries; officers look whether each may take part, and who is to judge it. */
    SCREENING,
    /** Judges score; entries and judges no longer change. */
    JUDGING,
    /** Scores no longer change; officers look at the ranking. */
    DELIBERATION,
    /** The ranking is public and no longer changes. */
    PUBLISHED,
    /** Over; public as before. */
    ARCHIVED;

    static final Set<ContestState> PUBLIC = EnumSet.of(OPEN, PUBLISHED, ARCHIVED);
    static final Set<ContestState> CLOSED_DOORS = EnumSet.of(SCREENING, JUDGING, DELIBERATION);

    /** Whether everybody may see the ranking. */
    boolean showsResult() {
        return this == PUBLISHED || this == ARCHIVED;
    }

    /** The state to which an officer may step back. */
    Optional<ContestState> before() {
        return this == DRAFT ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }
}
