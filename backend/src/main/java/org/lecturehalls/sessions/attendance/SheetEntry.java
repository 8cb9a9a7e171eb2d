package org.lecturehalls.sessions.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person at one session.
 *
 * @param person of a signed-in person the user id behind {@code u:}, of one on the roster the client-made id behind {@code r:}
 * @param at when the server heard of it
 * @param enteredBy user id of whoever entered it; the person's own for a check-in
 * @param withdrawn whether a correction took it off; it then counts for nothing
 */
public record SheetEntry(
        String person,
        String name,
        Way way,
        Instant at,
        String enteredBy,
        @Nullable Boolean withdrawn,
        @Nullable Integer stars,
        @Nullable String comment) {

    /** How it was noted. */
    public enum Way {
        CODE,
        /** With a code that was seen in the hall but sent after it had run out, because there was no network. */
        LATE_CODE,
        ROSTER
    }

    public static String signedIn(String userId) {
        return "u:" + userId;
    }

    public static String onRoster(String clientId) {
        return "r:" + clientId;
    }

    /** Somebody who says they came, with a code that had run out: counts once a correction puts them on the list. */
    public static SheetEntry unconfirmed(String person, String name, Instant at, String enteredBy) {
        return new SheetEntry(person, name, Way.LATE_CODE, at, enteredBy, true, null, null);
    }

    /** Somebody who came. */
    public static SheetEntry of(String person, String name, Way way, Instant at, String enteredBy) {
        return new SheetEntry(person, name, way, at, enteredBy, null, null, null);
    }

    /** The same with what the person thought of it. */
    public SheetEntry rated(@Nullable Integer given) {
        return new SheetEntry(person, name, way, at, enteredBy, withdrawn, given, comment);
    }

    /** Whether it waits for somebody in charge, or for a fresh code, to count. */
    public boolean isUnconfirmed() {
        return way == Way.LATE_CODE && !counts();
    }

    public boolean counts() {
        return !Boolean.TRUE.equals(withdrawn);
    }
}
