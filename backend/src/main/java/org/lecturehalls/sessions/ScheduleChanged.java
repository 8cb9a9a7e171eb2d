package org.lecturehalls.sessions;

/** Some session was planned, moved or cancelled, so that lists of sessions read otherwise than before. */
record ScheduleChanged() {}
