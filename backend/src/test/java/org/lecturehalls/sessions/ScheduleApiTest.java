package org.lecturehalls.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.sessions.SessionsClient.TOMORROW;
import static org.lecturehalls.sessions.SessionsClient.lecture;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.halls.HallType;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.sessions.SessionsClient.Person;
import org.lecturehalls.support.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@SessionsPlatformTest
class ScheduleApiTest {

    private static final String COUNTY = "451022";
    private static final Person MANAGER = new Person(Role.HALL_MANAGER, COUNTY, "manager");
    private static final Person OFFICER = new Person(Role.PUBLICITY, COUNTY, "officer");

    @Autowired
    SessionsClient sessions;

    @Autowired
    TestPlaces places;

    @LocalServerPort
    int port;

    private String hall;
    private String lecturer;

    @BeforeEach
    void setUp() {
        hall = places.hall(COUNTY + "100");
        lecturer = places.lecturer(COUNTY, "lecturer-" + Ids.next());
    }

    @Test
    void tellsThoseWhoPlanTheRulesOfTheCity() {
        sessions.get(MANAGER, "/session-rules")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.onlyCertified")
                .isEqualTo(false)
                .jsonPath("$.recordDueDays")
                .isEqualTo(7);
    }

    @Test
    void plansASessionThatEverybodyCanFind() {
        var planned = sessions.plan(MANAGER, lecture(hall, lecturer, TOMORROW));

        for (var filter : new String[] {"hallId=" + hall, "lecturerId=" + lecturer}) {
            sessions.get("/sessions?" + filter)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.items.length()")
                    .isEqualTo(1)
                    .jsonPath("$.items[0].id")
                    .isEqualTo(planned.id())
                    .jsonPath("$.items[0].hall.region")
                    .isEqualTo(COUNTY + "100")
                    .jsonPath("$.items[0].secret")
                    .doesNotExist();
        }
    }

    @Test
    void pagesThroughARegion() {
        var region = "451081101";
        var officer = new Person(Role.PUBLICITY, "4510", "officer");
        var there = places.hall(region);
        for (var hour = 0; hour < 3; hour++) {
            sessions.plan(officer, lecture(there, lecturer, TOMORROW.plus(Duration.ofHours(2L * hour))));
        }

        var first = page("/sessions?limit=2&region=" + region);
        var second = page("/sessions?limit=2&region=" + region + "&after=" + first.next());

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
    }

    @Test
    void letsOneOfAThousandSimultaneousRequestsHaveTheHall() {
        var client = WebClient.create("http://localhost:" + port);
        var outcomes = Flux.range(0, 1000)
                .flatMap(number -> race(client, lecture(hall, places.lecturer(COUNTY, "u" + number), TOMORROW)), 1000)
                .collectMultimap(outcome -> outcome)
                .block(Duration.ofSeconds(60));

        assertThat(outcomes.get("201 CREATED")).hasSize(1);
        assertThat(outcomes.get("hall-booked")).hasSize(999);
        assertThat(page("/sessions?hallId=" + hall).items()).hasSize(1);
    }

    @Test
    void namesWhatIsInTheWay() {
        sessions.plan(MANAGER, lecture(hall, lecturer, TOMORROW));

        sessions.post(MANAGER, "/sessions", lecture(hall, places.lecturer(COUNTY, "u"), TOMORROW))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("double-booking")
                .jsonPath("$.errors[0].field")
                .isEqualTo("hallId")
                .jsonPath("$.errors[0].message")
                .value(message -> assertThat((String) message).contains("乡村振兴", "讲习所"));
    }

    @Test
    void givesALecturerTimeToTravel() {
        var farAway = places.hall(COUNTY + "100", 23.134, 106.417, HallType.MOBILE_STOP);
        sessions.plan(MANAGER, lecture(hall, lecturer, TOMORROW));

        sessions.post(MANAGER, "/sessions", lecture(farAway, lecturer, TOMORROW.plus(Duration.ofHours(2))))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("lecturer-booked");
        sessions.plan(MANAGER, lecture(farAway, lecturer, TOMORROW.plus(Duration.ofHours(5))));
    }

    @Test
    void booksAVehicleOnce() {
        var body = Map.of("name", "大篷车", "plate", "桂L" + Ids.next().substring(20), "region", COUNTY, "active", true);
        var vehicle = sessions.post(OFFICER, "/vehicles", body)
                .expectStatus()
                .isCreated()
                .expectBody(Vehicle.class)
                .returnResult()
                .getResponseBody();
        sessions.plan(MANAGER, with(lecture(hall, lecturer, TOMORROW), "vehicleId", vehicle.id()));

        var elsewhere = lecture(places.hall(COUNTY), places.lecturer(COUNTY, "u"), TOMORROW);
        sessions.post(MANAGER, "/sessions", with(elsewhere, "vehicleId", vehicle.id()))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("vehicle-booked");
    }

    @Test
    void movesASessionAndFreesWhereItWas() {
        var planned = sessions.plan(MANAGER, lecture(hall, lecturer, TOMORROW));
        var later = lecture(hall, lecturer, TOMORROW.plus(Duration.ofMinutes(30)));

        var moved = SessionsClient.planned(sessions.put(MANAGER, "/sessions/" + planned.id(), planned.version(), later)
                .expectStatus()
                .isOk());

        assertThat(moved.sequence()).isEqualTo(planned.sequence() + 1);
        sessions.plan(MANAGER, lecture(hall, lecturer, TOMORROW.minus(Duration.ofHours(1))));
        sessions.put(MANAGER, "/sessions/" + planned.id(), planned.version(), later)
                .expectStatus()
                .isEqualTo(412);
    }

    @Test
    void keepsWhatItHadWhenTheNewPlaceIsTaken() {
        var planned = sessions.plan(MANAGER, lecture(hall, lecturer, TOMORROW));
        var other = places.hall(COUNTY);
        sessions.plan(MANAGER, lecture(other, places.lecturer(COUNTY, "u"), TOMORROW));

        sessions.put(MANAGER, "/sessions/" + planned.id(), planned.version(), lecture(other, lecturer, TOMORROW))
                .expectStatus()
                .isEqualTo(409);

        sessions.post(MANAGER, "/sessions", lecture(hall, places.lecturer(COUNTY, "v"), TOMORROW))
                .expectStatus()
                .isEqualTo(409);
        assertThat(page("/sessions?hallId=" + hall).items()).hasSize(1);
    }

    @Test
    void cancelsAndPutsBack() {
        var planned = sessions.plan(MANAGER, lecture(hall, lecturer, TOMORROW));
        var path = "/sessions/" + planned.id();

        var cancelled = SessionsClient.planned(
                sessions.post(MANAGER, path + "/cancel", planned.version(), Map.of("reason", "台风")));
        assertThat(page("/sessions?hallId=" + hall).items()).isEmpty();
        var back = SessionsClient.planned(sessions.post(MANAGER, path + "/put-back", cancelled.version(), Map.of())
                .expectStatus()
                .isOk());

        assertThat(back.sequence()).isEqualTo(2);
        assertThat(page("/sessions?hallId=" + hall).items()).hasSize(1);
    }

    @Test
    void keepsToRegionsAndToLecturersOwnSessions() {
        var own = new Person(Role.LECTURER, COUNTY, "own-" + Ids.next());
        var ownLecturer = places.lecturer(COUNTY, own.id());
        sessions.plan(own, lecture(hall, ownLecturer, TOMORROW));

        var late = TOMORROW.plus(Duration.ofHours(9));
        sessions.post(own, "/sessions", lecture(hall, lecturer, late))
                .expectStatus()
                .isForbidden();
        sessions.post(new Person(Role.HALL_MANAGER, "451023", "m"), "/sessions", lecture(hall, lecturer, late))
                .expectStatus()
                .isForbidden();
        sessions.post(new Person(Role.VILLAGER, COUNTY, "v"), "/sessions", lecture(hall, lecturer, late))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void refusesWhatCanNotBe() {
        var endless = with(lecture(hall, lecturer, TOMORROW), "endsAt", TOMORROW.toString());
        sessions.post(MANAGER, "/sessions", endless).expectStatus().isEqualTo(422);
        sessions.post(MANAGER, "/sessions", lecture("nowhere", lecturer, TOMORROW))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("unknown-hall");
        sessions.post(MANAGER, "/sessions", lecture(hall, lecturer, Instant.parse("2020-01-01T00:00:00Z")))
                .expectStatus()
                .isEqualTo(422);
    }

    private static Map<String, Object> with(Map<String, Object> body, String key, Object value) {
        var more = new HashMap<>(body);
        more.put(key, value);
        return more;
    }

    private static Mono<String> race(WebClient client, Map<String, Object> body) {
        return client.post()
                .uri("/api/v1/sessions")
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(Role.HALL_MANAGER, COUNTY, "manager"))
                .bodyValue(body)
                .exchangeToMono(response -> response.statusCode().value() == 409
                        ? response.bodyToMono(Problem.class)
                                .map(problem -> problem.errors().get(0).code())
                        : response.releaseBody()
                                .thenReturn(response.statusCode().toString()));
    }

    private record Problem(List<Field> errors) {
        private record Field(String code) {}
    }

    private record Listed(List<Item> items, String next) {
        private record Item(String id) {}
    }

    private Listed page(String path) {
        return sessions.get(path)
                .expectStatus()
                .isOk()
                .expectBody(Listed.class)
                .returnResult()
                .getResponseBody();
    }
}
