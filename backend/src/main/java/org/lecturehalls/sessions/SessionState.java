package org.lecturehalls.sessions;

/** Whether a session takes place. */
public enum SessionState {
    /** Being booked for the first time; nobody sees it. */
    PENDING,
    SCHEDULED,
    CANCELLED
}
