package org.lecturehalls.sessions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.sessions.attendance.Sheets;
import org.lecturehalls.sessions.booking.Booking;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A session as it is stored.
 *
 * @param hold the booking in the making, if there is one
 * @param series null for a session of its own
 * @param secret of the check-in codes; never leaves the backend
 * @param sheets how many sheets its attendance list has
 * @param record null until it is handed in
 * @param sequence grows with each change that calendars have to hear of
 */
@Document("sessions")
@CompoundIndex(def = "{'plan.place.region': 1, 'plan.startsAt': 1, '_id': 1}")
@CompoundIndex(def = "{'plan.startsAt': 1, '_id': 1}")
@CompoundIndex(def = "{'record.photoAssetIds': 1}", sparse = true)
record Session(
        @Id String id,
        SessionPlan plan,
        SessionState state,
        @Nullable String cancelReason,
        @Nullable Booking booking,
        @Nullable String hold,
        @Nullable Membership series,
        byte[] secret,
        int sheets,
        @Nullable SessionRecord record,
        String createdBy,
        Instant changedAt,
        int sequence,
        long version) {

    /** @param day the day that the series gives, which is the name of the occurrence; text, see {@link Series} */
    record Membership(String seriesId, String day) {}

    /** Not booked yet. The first commit makes it version 1 and sequence 0. */
    static Session pending(
            String id, SessionPlan plan, @Nullable Membership series, byte[] secret, String createdBy, Instant now) {
        var sheets =
                Sheets.needed(Math.max(plan.expectedAudience(), plan.place().capacity()));
        return new Session(
                id, plan, SessionState.PENDING, null, null, null, series, secret, sheets, null, createdBy, now, -1, 0);
    }

    Session heldFor(Booking booking) {
        return new Session(
                id,
                plan,
                state,
                null,
                null,
                booking.id(),
                series,
                secret,
                sheets,
                null,
                createdBy,
                changedAt,
                sequence,
                version);
    }

    boolean takesPlace() {
        return state == SessionState.SCHEDULED;
    }

    boolean holds(String bookingId) {
        return takesPlace() && booking != null && booking.id().equals(bookingId);
    }
}
