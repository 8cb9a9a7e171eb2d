package org.lecturehalls.sessions;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;

/**
 * What those who have to come to a session need to know of it.
 *
 * @param sequence grows with each change that they have to hear of
 * @param lecturers those who sign in
 * @param cancelReason null unless it is cancelled for a reason
 */
public record SessionCall(
        String sessionId,
        int sequence,
        String title,
        String hallId,
        String hallName,
        RegionCode region,
        Instant startsAt,
        Instant endsAt,
        List<Lecturer> lecturers,
        boolean cancelled,
        @Nullable String cancelReason) {

    /** A lecturer who can be told. */
    public record Lecturer(String userId, String name) {}

    static SessionCall of(Session session) {
        var plan = session.plan();
        return new SessionCall(
                session.id(),
                session.sequence(),
                plan.title(),
                plan.place().hallId(),
                plan.place().name(),
                plan.place().region(),
                plan.startsAt(),
                plan.endsAt(),
                plan.lecturers().stream()
                        .flatMap(each ->
                                Stream.ofNullable(each.userId()).map(userId -> new Lecturer(userId, each.name())))
                        .toList(),
                !session.takesPlace(),
                session.cancelReason());
    }
}
