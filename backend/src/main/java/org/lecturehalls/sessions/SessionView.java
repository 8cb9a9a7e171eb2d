package org.lecturehalls.sessions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session as everybody may see it. */
@Schema(name = "Session")
record SessionView(
        String id,
        String title,
        Hall hall,
        List<Lecturer> lecturers,
        @Nullable String vehicleId,
        @Nullable String courseId,
        String subject,
        SessionFormat format,
        Audience audience,
        int expectedAudience,
        Instant startsAt,
        Instant endsAt,
        SessionState state,
        @Nullable String cancelReason,
        @Nullable Series series,
        int sequence,
        long version) {

    @Schema(name = "SessionHall")
    record Hall(String id, String name, String region, double latitude, double longitude) {}

    @Schema(name = "SessionLecturer")
    record Lecturer(String id, String name) {}

    @Schema(name = "SessionSeries")
    record Series(String id, LocalDate day) {}

    static SessionView of(Session session) {
        var plan = session.plan();
        var series = session.series();
        return new SessionView(
                session.id(),
                plan.title(),
                hall(plan.place()),
                plan.lecturers().stream()
                        .map(each -> new Lecturer(each.id(), each.name()))
                        .toList(),
                plan.vehicleId(),
                plan.courseId(),
                plan.subject(),
                plan.format(),
                plan.audience(),
                plan.expectedAudience(),
                plan.startsAt(),
                plan.endsAt(),
                session.state(),
                session.cancelReason(),
                series == null ? null : new Series(series.seriesId(), LocalDate.parse(series.day())),
                session.sequence(),
                session.version());
    }

    private static Hall hall(SessionPlace place) {
        return new Hall(place.hallId(), place.name(), place.region().value(), place.latitude(), place.longitude());
    }
}
