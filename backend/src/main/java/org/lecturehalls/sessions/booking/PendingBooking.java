package org.lecturehalls.sessions.booking;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** Says that claims of this booking may stand without being settled. Written before the first of them, removed after. */
@Document("pendingBookings")
record PendingBooking(@Id String id, String sessionId, Booking booking, Instant settleAfter) {}
