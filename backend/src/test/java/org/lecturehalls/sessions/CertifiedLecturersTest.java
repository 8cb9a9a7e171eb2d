package org.lecturehalls.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.lecturehalls.lecturers.TrainingScene.COUNTY;
import static org.lecturehalls.support.Caller.body;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.halls.HallDirectory;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
import org.lecturehalls.lecturers.LecturerDirectory;
import org.lecturehalls.lecturers.TrainingScene;
import org.lecturehalls.platform.Idempotency;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.regions.RegionCode;
import org.lecturehalls.sessions.booking.Bookings;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** In a city where only certified lecturers may be scheduled: the platform's own parts under that one setting. */
@PlatformTest
class CertifiedLecturersTest {

    private static final CurrentUser OFFICER =
            new CurrentUser("officer-c", "officer", Set.of(Role.PUBLICITY), new RegionCode(COUNTY));

    @Autowired
    WebTestClient client;

    @Autowired
    HallDirectory halls;

    @Autowired
    LecturerDirectory lecturers;

    @Autowired
    Vehicles vehicles;

    @Autowired
    SessionStore sessions;

    @Autowired
    Bookings bookings;

    @Autowired
    Idempotency idempotency;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Clock clock;

    private Schedule schedule;
    private TrainingScene scene;
    private String hall;
    private String lecturer;

    @BeforeEach
    void setUp() {
        var rules = new SessionSettings(true, Duration.ofDays(30), Duration.ofMinutes(30), Duration.ofMinutes(30), 7);
        var planner = new SessionPlanner(halls, lecturers, vehicles, rules, clock);
        schedule = new Schedule(sessions, planner, bookings, idempotency, events, clock);
        scene = new TrainingScene(client);
        lecturer = scene.lecturer("韦秀兰", scene.account());
        hall = body(scene.officer().post("/halls", """
                                        {"number": "H-%s", "name": "讲习所", "type": "HALL", "state": "OPEN", "region": "%s",
                                         "address": "镇上", "location": {"latitude": 23.6, "longitude": 107.1}, "latitude": 23.6, "longitude": 107.1, "capacity": 80}""".formatted(Ids.next(), COUNTY)), 201)
                .get("id")
                .asString();
    }

    @Test
    void booksALecturerOnceCertifiedAndNotBefore() {
        refused(inDays(3));
        scene.certificate(lecturer, ", \"validMonths\": 2");
        StepVerifier.create(schedule(inDays(3)))
                .assertNext(session -> assertThat(session.id()).isNotEmpty())
                .verifyComplete();
    }

    @Test
    void looksAtTheDayOfTheSession() {
        scene.certificate(lecturer, ", \"validMonths\": 2");

        refused(inDays(90));
    }

    @Test
    void booksNobodyWhoseCertificateWasRevoked() {
        String path = "/certificates/" + scene.certificate(lecturer, "");
        scene.officer()
                .send(HttpMethod.POST, path + "/revoke", "{\"reason\": \"材料不实\"}", "If-Match", scene.version(path))
                .expectStatus()
                .isOk();

        refused(inDays(3));
    }

    private void refused(Instant start) {
        StepVerifier.create(schedule(start))
                .verifyErrorSatisfies(e -> assertThat(e)
                        .isInstanceOfSatisfying(
                                InvalidInputException.class,
                                wrong -> assertThat(wrong.fields())
                                        .extracting("field", "code")
                                        .containsExactly(tuple("lecturerIds[0]", "not-certified"))));
    }

    private Mono<Session> schedule(Instant start) {
        var input = new SessionInput(
                "乡村振兴",
                hall,
                List.of(lecturer),
                null,
                null,
                "farming-skills",
                SessionFormat.LECTURE,
                Audience.VILLAGERS,
                60,
                start,
                start.plus(Duration.ofHours(1)));
        return schedule.create(input, null, OFFICER);
    }

    private static Instant inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }
}
