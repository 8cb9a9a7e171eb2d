package org.lecturehalls.competitions;

/** How far a contest has come. */
enum ContestState {
    /** Being set up; seen by officers only. */
    DRAFT,
    /** Announced; takes entries between its opening and its closing. */
    OPEN,
    /** Closed for entries; rubric, rule, entries and judges no longer change. */
    JUDGING,
    /** The ranking is public and no longer changes. */
    PUBLISHED
}
