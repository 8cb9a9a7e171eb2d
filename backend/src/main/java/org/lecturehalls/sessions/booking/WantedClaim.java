package org.lecturehalls.sessions.booking;

import java.util.Comparator;

/** A timetable in which a claim has to be entered. The order is the same for all, so that no two requests wait in a ring. */
record WantedClaim(Resource resource, String timetable) implements Comparable<WantedClaim> {

    private static final Comparator<WantedClaim> ORDER = Comparator.comparing(WantedClaim::timetable);

    @Override
    public int compareTo(WantedClaim other) {
        return ORDER.compare(this, other);
    }
}
