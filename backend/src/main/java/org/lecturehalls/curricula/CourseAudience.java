package org.lecturehalls.curricula;

/** For whom a course is meant; the same as for sessions. */
enum CourseAudience {
    EVERYBODY,
    VILLAGERS,
    CADRES,
    WORKERS,
    STUDENTS,
    ELDERS
}
