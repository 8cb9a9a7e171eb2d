package org.lecturehalls.halls;

/** Whether lectures can be held. */
enum HallState {
    OPEN,
    CLOSED
}
