package org.lecturehalls.sessions;

import org.lecturehalls.halls.HallSummary;
import org.lecturehalls.regions.RegionCode;
import org.lecturehalls.sessions.booking.Place;

/** The hall or stop as it was when the session was booked, so that a list of sessions is read from sessions alone. */
record SessionPlace(String hallId, String name, RegionCode region, double latitude, double longitude, int capacity) {

    static SessionPlace of(HallSummary hall) {
        return new SessionPlace(
                hall.id(), hall.name(), hall.region(), hall.latitude(), hall.longitude(), hall.capacity());
    }

    Place point() {
        return new Place(latitude, longitude);
    }
}
