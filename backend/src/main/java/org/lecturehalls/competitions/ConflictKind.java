package org.lecturehalls.competitions;

/** Why somebody must not judge an entry. */
enum ConflictKind {
    /** The judge, or an officer for the judge, has said so. */
    DECLARED,
    SAME_HALL,
    SAME_TEAM,
    SAME_COUNTY,
    /** They have presented together in some contest. */
    CO_PRESENTER
}
