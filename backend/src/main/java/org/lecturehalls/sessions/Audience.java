package org.lecturehalls.sessions;

/** For whom a lecture is meant. */
public enum Audience {
    EVERYBODY,
    VILLAGERS,
    CADRES,
    WORKERS,
    STUDENTS,
    ELDERS
}
