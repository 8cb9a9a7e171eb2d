package org.lecturehalls.sessions;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.lecturehalls.halls.HallDirectory;
import org.lecturehalls.halls.HallSummary;
import org.lecturehalls.lecturers.LecturerDirectory;
import org.lecturehalls.lecturers.LecturerSummary;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Turns what people enter into a plan: looks up who and where, and checks what does not depend on other sessions. */
@Component
class SessionPlanner {

    private static final Duration LONGEST = Duration.ofHours(24);

    /** Further ahead is a slip of the finger. */
    private static final Duration FURTHEST = Duration.ofDays(3 * 366);

    private final HallDirectory halls;
    private final LecturerDirectory lecturers;
    private final Vehicles vehicles;
    private final SessionSettings settings;
    private final Clock clock;

    SessionPlanner(
            HallDirectory halls,
            LecturerDirectory lecturers,
            Vehicles vehicles,
            SessionSettings settings,
            Clock clock) {
        this.halls = halls;
        this.lecturers = lecturers;
        this.vehicles = vehicles;
        this.settings = settings;
        this.clock = clock;
    }

    Mono<SessionPlan> plan(SessionInput input) {
        return checkTimes(input)
                .then(Mono.defer(() -> hall(input.hallId())))
                .zipWhen(hall -> lecturers(input))
                .map(found -> plan(input, found.getT1(), found.getT2()))
                .delayUntil(plan -> vehicle(input));
    }

    private Mono<Void> checkTimes(SessionInput input) {
        var length = Duration.between(input.startsAt(), input.endsAt());
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
            return invalid("endsAt", "session-length");
        }
        var now = clock.instant();
        if (input.startsAt().isBefore(now.minus(settings.latestEntry()))) {
            return invalid("startsAt", "too-long-ago", settings.latestEntry().toDays());
        }
        return input.startsAt().isAfter(now.plus(FURTHEST)) ? invalid("startsAt", "too-far-ahead") : Mono.empty();
    }

    private Mono<HallSummary> hall(String id) {
        return halls.get(id).filter(HallSummary::active).switchIfEmpty(invalid("hallId", "unknown-hall"));
    }

    private Mono<List<LecturerSummary>> lecturers(SessionInput input) {
        var ids = input.lecturerIds();
        if (new HashSet<>(ids).size() < ids.size()) {
            return invalid("lecturerIds", "repeated");
        }
        return Flux.range(0, ids.size())
                .concatMap(index -> lecturer(ids.get(index), "lecturerIds[" + index + "]")
                        .delayUntil(lecturer -> certified(lecturer, input, "lecturerIds[" + index + "]")))
                .collectList();
    }

    private Mono<LecturerSummary> lecturer(String id, String field) {
        return lecturers.get(id).switchIfEmpty(invalid(field, "unknown-lecturer"));
    }

    /** What counts is the day of the session: a certificate that ends before is none. */
    private Mono<Boolean> certified(LecturerSummary lecturer, SessionInput input, String field) {
        return settings.onlyCertified()
                ? lecturers
                        .certifiedAt(lecturer.id(), input.startsAt())
                        .filter(certified -> certified)
                        .switchIfEmpty(invalid(field, "not-certified", lecturer.name()))
                : Mono.just(true);
    }

    private Mono<Vehicle> vehicle(SessionInput input) {
        return Mono.justOrEmpty(input.vehicleId())
                .flatMap(id -> vehicles.get(id)
                        .filter(Vehicle::active)
                        .onErrorComplete(NotFoundException.class)
                        .switchIfEmpty(invalid("vehicleId", "unknown-vehicle")));
    }

    private static SessionPlan plan(SessionInput input, HallSummary hall, List<LecturerSummary> lecturers) {
        return new SessionPlan(
                input.title().strip(),
                SessionPlace.of(hall),
                lecturers.stream().map(SessionLecturer::of).toList(),
                input.vehicleId(),
                input.courseId(),
                input.subject(),
                input.format(),
                input.audience(),
                input.expectedAudience(),
                input.startsAt(),
                input.endsAt());
    }

    private static <T> Mono<T> invalid(String field, String code, Object... args) {
        return Mono.error(() -> new InvalidInputException(List.of(FieldProblem.of(field, code, args))));
    }
}
