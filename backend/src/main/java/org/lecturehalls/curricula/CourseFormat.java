package org.lecturehalls.curricula;

/** The form in which a course speaks to its audience. */
public enum CourseFormat {
    LECTURE,
    STORY,
    MOUNTAIN_SONG,
    LOCAL_OPERA,
    CLAPPER_TALK,
    SKIT
}
