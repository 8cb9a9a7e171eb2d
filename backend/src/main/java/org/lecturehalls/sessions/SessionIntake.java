package org.lecturehalls.sessions;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.halls.HallSummary;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.lecturers.LecturerSummary;
import reactor.core.publisher.Mono;

/** Takes sessions over that were planned and held elsewhere, with their attendance lists. */
public interface SessionIntake {

    /**
     * One session that takes place or took place.
     *
     * @param minutes of its record; null when none was handed in
     */
    record Entry(
            String id,
            String title,
            HallSummary hall,
            List<LecturerSummary> lecturers,
            String subject,
            SessionFormat format,
            Audience audience,
            int expectedAudience,
            Instant startsAt,
            Instant endsAt,
            @Nullable String minutes) {}

    /**
     * Somebody who came.
     *
     * @param id of the person, unique within the session
     * @param stars what the person thought of it, 1 to 5; null for most
     */
    record Attendee(
            String id, String name, Instant at, @Nullable Integer stars) {}

    /**
     * Stores the sessions, their claims on halls and lecturers, and who came; a repeat changes nothing. That nothing is booked
     * twice is for the caller to see to: the halls and lecturers must have no sessions but these.
     *
     * @param attendees asked for one session at a time, so that the lists are never held together
     * @return completes when all is stored; figures follow by a recount
     */
    Mono<Void> take(List<Entry> sessions, Function<Entry, List<Attendee>> attendees, CurrentUser by);
}
