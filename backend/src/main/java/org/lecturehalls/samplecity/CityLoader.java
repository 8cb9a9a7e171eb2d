package org.lecturehalls.samplecity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lecturehalls.curricula.CourseIntake;
import org.lecturehalls.divisions.DivisionName;
import org.lecturehalls.divisions.Divisions;
import org.lecturehalls.halls.HallIntake;
import org.lecturehalls.halls.HallSummary;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
import org.lecturehalls.lecturers.LecturerIntake;
import org.lecturehalls.lecturers.LecturerSummary;
import org.lecturehalls.regions.RegionCode;
import org.lecturehalls.sessions.SessionIntake;
import org.lecturehalls.statistics.Recount;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts the city in place, from what others stand on to what stands on them. Every id follows from the plan. */
@Component
class CityLoader {

    private static final RegionCode CITY = new RegionCode("4510");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final CurrentUser LOADER = new CurrentUser("sample-city", "示范数据", Set.of(Role.PUBLICITY), CITY);

    /** Sessions of the first days of a year would stand on each other's toes. */
    private static final int FEWEST_DAYS = 90;

    /** How far ahead sessions are planned, and how many of those held there are for each of them. */
    private static final int WEEKS_AHEAD = 4;

    private static final int HELD_FOR_EACH_PLANNED = 5;

    private final Divisions divisions;
    private final HallIntake halls;
    private final LecturerIntake lecturers;
    private final CourseIntake courses;
    private final SessionIntake sessions;
    private final Recount statistics;

    CityLoader(
            Divisions divisions,
            HallIntake halls,
            LecturerIntake lecturers,
            CourseIntake courses,
            SessionIntake sessions,
            Recount statistics) {
        this.divisions = divisions;
        this.halls = halls;
        this.lecturers = lecturers;
        this.courses = courses;
        this.sessions = sessions;
        this.statistics = statistics;
    }

    /** @return how many sessions count in the figures afterwards */
    Mono<Integer> load(CitySize size, LocalDate today) {
        return divisions
                .within(CITY)
                .filter(division -> !division.code().equals(CITY))
                .collectList()
                .flatMap(known -> load(size, today, known));
    }

    private Mono<Integer> load(CitySize size, LocalDate today, List<DivisionName> known) {
        List<HallIntake.Entry> places = new HallPlan(size, known).halls();
        PeoplePlan people = new PeoplePlan(size, places, counties(known));
        Instant now = today.atStartOfDay(ZONE).toInstant();
        return halls.take(places, LOADER)
                .then(lecturers.take(people.lecturers(), people.teams(), LOADER))
                .then(courses.take(CoursePlan.courses(size, now), LOADER))
                .then(Mono.defer(() -> takeSessions(size, today, places, people)))
                .then(Mono.defer(statistics::recount));
    }

    /** A calendar year, since that is what the yearly sentence is about: this one, or in its first weeks the last. */
    private Mono<Void> takeSessions(CitySize size, LocalDate today, List<HallIntake.Entry> places, PeoplePlan people) {
        boolean young = today.getDayOfYear() <= FEWEST_DAYS;
        LocalDate first = (young ? today.minusYears(1) : today).withDayOfYear(1);
        LocalDate last = young ? first.plusYears(1).minusDays(1) : today.minusDays(1);
        SessionsPlan plan = new SessionsPlan(
                places.stream().map(CityLoader::summary).toList(),
                people.lecturers().stream().map(CityLoader::summary).toList());
        List<SessionIntake.Entry> held = plan.held(size.sessions(), first, last);
        List<SessionIntake.Entry> planned = plan.planned(
                Math.max(1, size.sessions() / HELD_FOR_EACH_PLANNED), today.plusDays(1), today.plusWeeks(WEEKS_AHEAD));
        AttendancePlan attendance = new AttendancePlan(held, size.attendances());
        // In one go, because months that both reach into have one timetable.
        List<SessionIntake.Entry> all =
                Stream.of(held, planned).flatMap(List::stream).toList();
        return sessions.take(all, attendance::of, LOADER);
    }

    private static Map<String, String> counties(List<DivisionName> known) {
        Map<String, String> counties = new HashMap<>();
        known.stream()
                .filter(division -> division.code().value().length() == 6)
                .forEach(division -> counties.put(division.code().value(), division.name()));
        return counties;
    }

    private static HallSummary summary(HallIntake.Entry hall) {
        return new HallSummary(
                hall.id(),
                hall.name(),
                hall.type(),
                hall.region(),
                hall.latitude(),
                hall.longitude(),
                hall.capacity(),
                true,
                null);
    }

    private static LecturerSummary summary(LecturerIntake.Person person) {
        return new LecturerSummary(person.id(), person.name(), person.region(), null, person.teamId(), false);
    }
}
