package org.lecturehalls.sessions.booking;

import java.util.List;

/**
 * What a session holds: the name of the booking, and the timetables that carry its claims. Kept in the session's own
 * document, where the one write that makes a session take place also says which claims count.
 */
public record Booking(String id, List<String> timetables) {}
