package org.lecturehalls.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.sessions.booking.BookingRequest;
import org.lecturehalls.sessions.booking.Resource;

/** Who lectures on what, where and when. */
record SessionPlan(
        String title,
        SessionPlace place,
        List<SessionLecturer> lecturers,
        @Nullable String vehicleId,
        @Nullable String courseId,
        String subject,
        SessionFormat format,
        Audience audience,
        int expectedAudience,
        Instant startsAt,
        Instant endsAt) {

    /** The same at another time, for as long as before. */
    SessionPlan startingAt(Instant start) {
        var end = start.plus(Duration.between(startsAt, endsAt));
        return new SessionPlan(
                title, place, lecturers, vehicleId, courseId, subject, format, audience, expectedAudience, start, end);
    }

    BookingRequest bookingFor(String sessionId) {
        return new BookingRequest(sessionId, title, place.name(), place.point(), startsAt, endsAt, resources());
    }

    /** Whether what has to be booked is the same. */
    boolean needsSameAs(SessionPlan other) {
        return startsAt.equals(other.startsAt)
                && endsAt.equals(other.endsAt)
                && place.point().equals(other.place.point())
                && resources().equals(other.resources());
    }

    boolean isLecturedBy(String userId) {
        return lecturers.stream().anyMatch(lecturer -> userId.equals(lecturer.userId()));
    }

    private Set<Resource> resources() {
        var people = lecturers.stream().map(lecturer -> Resource.lecturer(lecturer.id()));
        var vehicle = Stream.ofNullable(vehicleId).map(Resource::vehicle);
        return Stream.of(Stream.of(Resource.hall(place.hallId())), people, vehicle)
                .flatMap(resources -> resources)
                .collect(Collectors.toUnmodifiableSet());
    }
}
