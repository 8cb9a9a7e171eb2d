package org.lecturehalls.curricula;

/** How far a course is on its way to the audience. */
public enum CourseState {
    /** Being written by its owner. */
    DRAFT,
    /** Waiting for an officer. */
    SUBMITTED,
    /** Seen by everybody. */
    PUBLISHED,
    /** Back with its owner, with an officer's note. */
    RETURNED,
    /** Was published and no longer is. */
    ARCHIVED
}
