package org.lecturehalls.samplecity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.lecturehalls.halls.HallSummary;
import org.lecturehalls.lecturers.LecturerSummary;
import org.lecturehalls.sessions.Audience;
import org.lecturehalls.sessions.SessionFormat;
import org.lecturehalls.sessions.SessionIntake;

/**
 * The sessions that were held, spread over a year, and some that are planned for the weeks after it. No hall and no lecturer
 * has two on one day, so nothing is booked twice and everybody has the time to travel.
 */
final class SessionsPlan {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration LENGTH = Duration.ofMinutes(90);
    private static final List<LocalTime> STARTS =
            List.of(LocalTime.of(9, 0), LocalTime.of(15, 0), LocalTime.of(19, 30));

    /** Of the sessions held, one in so many has no record; of the lecturers' own county, all lecturers in turn. */
    private static final int WITHOUT_RECORD = 10;

    private final List<HallSummary> halls;
    private final Map<String, List<LecturerSummary>> lecturers = new HashMap<>();
    private final List<LecturerSummary> all;
    private final Set<String> taken = new HashSet<>();
    private final SplittableRandom random = new SplittableRandom(451_000);

    SessionsPlan(List<HallSummary> halls, List<LecturerSummary> lecturers) {
        this.halls = halls;
        this.all = lecturers;
        lecturers.forEach(each -> this.lecturers
                .computeIfAbsent(county(each.region().value()), county -> new ArrayList<>())
                .add(each));
    }

    /** @param days the first and the last, both included */
    List<SessionIntake.Entry> held(int sessions, LocalDate first, LocalDate last) {
        return sessions("held", sessions, first, last, true);
    }

    List<SessionIntake.Entry> planned(int sessions, LocalDate first, LocalDate last) {
        return sessions("next", sessions, first, last, false);
    }

    private List<SessionIntake.Entry> sessions(
            String name, int number, LocalDate first, LocalDate last, boolean recorded) {
        int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
        List<SessionIntake.Entry> sessions = new ArrayList<>(number);
        for (int index = 0; index < number; index++) {
            String id = String.format(Locale.ROOT, "sample-%s-%d-%05d", name, first.getYear(), index + 1);
            sessions.add(session(id, index, first.plusDays((long) index * days / number), recorded));
        }
        return sessions;
    }

    private SessionIntake.Entry session(String id, int index, LocalDate day, boolean recorded) {
        HallSummary hall = freeHall(day);
        LecturerSummary lecturer = freeLecturer(hall, day);
        Subject subject = Subject.nth(random.nextInt(Subject.values().length));
        String topic = subject.topics().get(random.nextInt(subject.topics().size()));
        Instant start = day.atTime(STARTS.get(random.nextInt(STARTS.size())))
                .atZone(ZONE)
                .toInstant();
        boolean hasRecord = recorded && index % WITHOUT_RECORD != 0;
        return new SessionIntake.Entry(
                id,
                topic,
                hall,
                List.of(lecturer),
                subject.key(),
                any(SessionFormat.values()),
                any(Audience.values()),
                hall.capacity(),
                start,
                start.plus(LENGTH),
                hasRecord ? "讲“" + topic + "”，讲后答疑，群众提了 " + (1 + index % 7) + " 个问题。" : null);
    }

    private HallSummary freeHall(LocalDate day) {
        int start = random.nextInt(halls.size());
        for (int step = 0; step < halls.size(); step++) {
            HallSummary hall = halls.get((start + step) % halls.size());
            if (taken.add(hall.id() + day)) {
                return hall;
            }
        }
        throw new IllegalStateException("more sessions on " + day + " than there are halls");
    }

    /** One of the hall's county if there is one. */
    private LecturerSummary freeLecturer(HallSummary hall, LocalDate day) {
        List<LecturerSummary> near = lecturers.getOrDefault(county(hall.region().value()), all);
        int start = random.nextInt(near.size());
        for (int step = 0; step < near.size(); step++) {
            LecturerSummary lecturer = near.get((start + step) % near.size());
            if (taken.add(lecturer.id() + day)) {
                return lecturer;
            }
        }
        throw new IllegalStateException("more sessions on " + day + " than there are lecturers in " + hall.region());
    }

    private <E> E any(E[] values) {
        return values[random.nextInt(values.length)];
    }

    private static String county(String code) {
        return code.substring(0, Math.min(6, code.length()));
    }
}
