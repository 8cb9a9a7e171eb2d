package org.lecturehalls.samplecity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.lecturehalls.sessions.SessionIntake;

/** Who came. The people of a county come again and again, to one session once; all sessions together have the sum exactly. */
final class AttendancePlan {

    /** In each county, of those who come at all. A prime, so that any step visits everybody before somebody twice. */
    private static final int PEOPLE = 25_013;

    private static final int SECONDS_OF_ARRIVING = 1_800;

    /** One in so many says what it was like. */
    private static final int RATES = 25;

    private final Map<String, Integer> attendances = new HashMap<>();

    AttendancePlan(List<SessionIntake.Entry> held, int sum) {
        SplittableRandom random = new SplittableRandom(held.size());
        long[] weights =
                held.stream().mapToLong(session -> 30 + random.nextInt(70)).toArray();
        long whole = Arrays.stream(weights).sum();
        long before = 0;
        for (int index = 0; index < weights.length; index++) {
            long after = before + weights[index];
            // Differences of the running share, so that nothing is lost to rounding.
            long people = after * sum / whole - before * sum / whole;
            attendances.put(held.get(index).id(), (int) people);
            before = after;
        }
    }

    /** Nobody at a session that is only planned. */
    List<SessionIntake.Attendee> of(SessionIntake.Entry session) {
        int people = attendances.getOrDefault(session.id(), 0);
        SplittableRandom random = new SplittableRandom(session.id().hashCode());
        int person = random.nextInt(PEOPLE);
        int step = 1 + random.nextInt(PEOPLE - 1);
        String county = session.hall().region().value().substring(0, 6);
        Instant doors = session.startsAt().minusSeconds(SECONDS_OF_ARRIVING);
        List<SessionIntake.Attendee> attendees = new ArrayList<>(people);
        for (int index = 0; index < people; index++) {
            person = (person + step) % PEOPLE;
            Integer stars = random.nextInt(RATES) == 0 ? 3 + random.nextInt(3) : null;
            Instant at = doors.plusSeconds((long) index * SECONDS_OF_ARRIVING / people);
            String id = "v" + county + "-" + person;
            attendees.add(new SessionIntake.Attendee(id, Names.any(new SplittableRandom(id.hashCode())), at, stars));
        }
        return attendees;
    }
}
