package org.lecturehalls.sessions;

import static org.lecturehalls.sessions.SessionsClient.TOMORROW;
import static org.lecturehalls.sessions.SessionsClient.lecture;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.sessions.SessionsClient.Person;
import org.springframework.beans.factory.annotation.Autowired;

@SessionsPlatformTest
class DemandApiTest {

    private static final String COUNTY = "451024";
    private static final Person OFFICER = new Person(Role.PUBLICITY, COUNTY, "officer");

    @Autowired
    SessionsClient sessions;

    @Autowired
    TestPlaces places;

    private final Person villager = new Person(Role.VILLAGER, COUNTY, "v" + Ids.next());
    private final Person neighbour = new Person(Role.VILLAGER, COUNTY, "n" + Ids.next());
    private String hall;
    private String lecturer;

    private record Asked(String id, long version) {}

    @BeforeEach
    void setUp() {
        hall = places.hall(COUNTY + "101");
        lecturer = places.lecturer(COUNTY, Ids.next());
    }

    @Test
    void turnsARequestIntoASessionAndTellsThoseWhoAsked() {
        var asked = ask(Map.of());
        for (var time = 0; time < 2; time++) {
            sessions.post(neighbour, "/requests/" + asked.id() + "/second", Map.of())
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.askers")
                    .isEqualTo(2);
        }

        sessions.post(OFFICER, path(asked, "assign"), asked.version(), lecture(hall, lecturer, TOMORROW))
                .expectStatus()
                .isOk();

        sessions.get(neighbour, "/me/requests")
                .expectBody()
                .jsonPath("$.items[0].state")
                .isEqualTo("ASSIGNED")
                .jsonPath("$.items[0].sessionId")
                .isEqualTo(asked.id() + "-session");
        sessions.get(neighbour, "/requests?region={region}", COUNTY + "101")
                .expectBody()
                .jsonPath("$.items[?(@.id == '" + asked.id() + "')]")
                .doesNotExist();
    }

    @Test
    void warnsOfTheRequestsThatASessionDisplaces() {
        var asked = ask(Map.of());
        var displaced = ask(times(TOMORROW, Duration.ofHours(2)));
        ask(times(TOMORROW.plus(Duration.ofDays(3)), Duration.ofHours(2)));

        sessions.post(OFFICER, path(asked, "assign"), asked.version(), lecture(hall, lecturer, TOMORROW))
                .expectBody()
                .jsonPath("$.displaced[*].id")
                .isEqualTo(List.of(displaced.id()));
    }

    @Test
    void staysOpenWhenTheHallIsTaken() {
        var asked = ask(Map.of());
        sessions.plan(OFFICER, lecture(hall, places.lecturer(COUNTY, "u"), TOMORROW));

        sessions.post(OFFICER, path(asked, "assign"), asked.version(), lecture(hall, lecturer, TOMORROW))
                .expectStatus()
                .isEqualTo(409);
        sessions.post(OFFICER, path(asked, "decline"), asked.version(), Map.of("reason", "场地已满"))
                .expectStatus()
                .isOk();
        sessions.post(neighbour, "/requests/" + asked.id() + "/second", Map.of())
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void isAssignedByTheOfficersOfItsRegionOnly() {
        var asked = ask(Map.of());
        var body = lecture(hall, lecturer, TOMORROW);

        sessions.post(new Person(Role.PUBLICITY, "451025", "o"), path(asked, "assign"), asked.version(), body)
                .expectStatus()
                .isForbidden();
        sessions.post(villager, path(asked, "assign"), asked.version(), body)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void isTakenByLecturersForThemselvesOnly() {
        var user = Ids.next();
        var own = places.lecturer(COUNTY, user);
        var me = new Person(Role.LECTURER, COUNTY, user);
        var asked = ask(Map.of());

        sessions.post(me, path(asked, "assign"), asked.version(), lecture(hall, lecturer, TOMORROW))
                .expectStatus()
                .isForbidden();
        sessions.post(me, path(asked, "assign"), asked.version(), lecture(hall, own, TOMORROW))
                .expectStatus()
                .isOk();
    }

    private Asked ask(Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.putAll(Map.of("topic", "芒果怎么疏花", "subject", "farming-skills", "hallId", hall));
        return sessions.post(villager, "/requests", body)
                .expectStatus()
                .isCreated()
                .expectBody(Asked.class)
                .returnResult()
                .getResponseBody();
    }

    private static Map<String, Object> times(Instant from, Duration length) {
        return Map.of("from", from.toString(), "to", from.plus(length).toString());
    }

    private static String path(Asked asked, String what) {
        return "/requests/" + asked.id() + "/" + what;
    }
}
