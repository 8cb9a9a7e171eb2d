package org.lecturehalls.sessions.booking;

import java.util.Locale;

/** What can be at one session only at a time. */
public enum ResourceKind {
    HALL(false),
    LECTURER(true),
    VEHICLE(true);

    private final boolean travels;

    ResourceKind(boolean travels) {
        this.travels = travels;
    }

    /** Whether it needs time to get from one session's place to the next. */
    boolean travels() {
        return travels;
    }

    String prefix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
