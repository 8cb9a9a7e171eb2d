package org.lecturehalls.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.sessions.SessionsClient.lecture;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.sessions.SessionsClient.Person;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;

@SessionsPlatformTest
class AttendanceApiTest {

    private static final String COUNTY = "451022";
    private static final Person MANAGER = new Person(Role.HALL_MANAGER, COUNTY, "manager");
    private static final Person VILLAGER = new Person(Role.VILLAGER, COUNTY, "villager");

    @Autowired
    SessionsClient sessions;

    @Autowired
    TestPlaces places;

    @Autowired
    TestClock clock;

    @Autowired
    AttendanceLedger ledger;

    @LocalServerPort
    int port;

    private SessionsClient.Planned session;

    private record Code(String token, String digits) {}

    @BeforeEach
    void planASessionThatBeganJustNow() {
        session = plan(Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60));
    }

    private SessionsClient.Planned plan(Instant start) {
        return sessions.plan(MANAGER, lecture(places.hall(COUNTY), places.lecturer(COUNTY, Ids.next()), start));
    }

    @Test
    void notesAPersonOnceHoweverOftenTheyCheckIn() {
        var code = code();

        checkIn(VILLAGER, code.token()).expectStatus().isOk();
        checkIn(VILLAGER, code.digits()).expectStatus().isOk();

        expectAttendance(1);
    }

    @Test
    void losesAndDoublesNobodyInABurst() {
        var client = WebClient.create("http://localhost:" + port);
        for (var wave = 0; wave < 10; wave++) {
            var statuses = wave(client, code().token(), wave % 5 * 30)
                    .distinct()
                    .collectList()
                    .block(Duration.ofSeconds(20));
            assertThat(statuses).containsExactly(200);
        }

        expectAttendance(150);
    }

    @Test
    void refusesAForwardedCodeAfterThirtySeconds() {
        var code = code();
        clock.advance(Duration.ofSeconds(30));

        checkIn(VILLAGER, code.token()).expectStatus().isEqualTo(422);
        checkIn(VILLAGER, code.digits()).expectStatus().isEqualTo(422);
        expectAttendance(0);
    }

    @Test
    void notesACodeThatWaitedForTheNetworkButCountsItOnlyOnceConfirmed() {
        var code = code();
        clock.advance(Duration.ofMinutes(20));

        kept(VILLAGER, code.digits(), 1200)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.confirmed")
                .isEqualTo(false);
        kept(VILLAGER, code.token(), 1200).expectStatus().isOk();
        expectAttendance(0);

        correct(false, "当时在场").expectBody().jsonPath("$.listed").isEqualTo(1);
        kept(VILLAGER, code.token(), 1200).expectBody().jsonPath("$.confirmed").isEqualTo(true);
        expectAttendance(1);
    }

    @Test
    void takesAFreshCodeAsTheConfirmationOfALateOne() {
        var code = code();
        clock.advance(Duration.ofMinutes(20));
        kept(VILLAGER, code.token(), 1200).expectStatus().isOk();

        checkIn(VILLAGER, code().token()).expectBody().jsonPath("$.confirmed").isEqualTo(true);

        expectAttendance(1);
    }

    @Test
    void refusesAKeptCodeThatWasNotShownWhenItIsSaidToHaveBeenSeen() {
        var code = code();
        clock.advance(Duration.ofMinutes(20));

        kept(VILLAGER, code.token(), 600).expectStatus().isEqualTo(422);
        kept(VILLAGER, "000000", 1200).expectStatus().isEqualTo(422);
        kept(VILLAGER, code.token(), -1).expectStatus().isEqualTo(422);
    }

    @Test
    void opensAndClosesAroundTheSession() {
        var later = plan(SessionsClient.TOMORROW);
        sessions.get(MANAGER, "/sessions/{id}/check-in-code", later.id())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("check-in-not-open");

        clock.advance(Duration.ofHours(3));

        checkIn(VILLAGER, "000000")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("check-in-closed");
    }

    @Test
    void stopsThoseWhoGuess() {
        for (var guess = 0; guess < 10; guess++) {
            checkIn(VILLAGER, "wrong" + guess).expectStatus().isEqualTo(422);
        }

        checkIn(VILLAGER, code().token()).expectBody().jsonPath("$.code").isEqualTo("too-many-codes");
        checkIn(new Person(Role.VILLAGER, COUNTY, "neighbour"), code().token())
                .expectStatus()
                .isOk();
    }

    @Test
    void takesARosterFromAnOfflineDeviceTwice() {
        var roster = Map.of(
                "entries",
                IntStream.range(0, 30)
                        .mapToObj(number -> Map.of("id", "device-" + number, "name", "村民" + number))
                        .toList());

        sessions.post(MANAGER, "/sessions/" + session.id() + "/roster", roster)
                .expectStatus()
                .isOk();
        sessions.post(MANAGER, "/sessions/" + session.id() + "/roster", roster)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.listed")
                .isEqualTo(30);
    }

    @Test
    void takesADayOfSessionsAndAnswersEachByItself() {
        var later = plan(Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1)));
        var known = Map.of("id", "device-00001", "name", "韦大姐");
        var fresh = Map.of("id", "device-00002", "name", "黄大哥");
        sessions.post(MANAGER, "/sessions/" + session.id() + "/roster", Map.of("entries", List.of(known)))
                .expectStatus()
                .isOk();
        var day = Map.of(
                "sessions",
                List.of(
                        Map.of("sessionId", session.id(), "entries", List.of(known, fresh), "headCount", 9),
                        Map.of("sessionId", later.id(), "entries", List.of(fresh)),
                        Map.of("sessionId", "no-such", "headCount", 3)));

        for (var time = 0; time < 2; time++) {
            sessions.post(MANAGER, "/attendance/rosters", day)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.results[0].saved")
                    .isEqualTo(true)
                    .jsonPath("$.results[0].entries[0].added")
                    .isEqualTo(false)
                    .jsonPath("$.results[0].entries[1].added")
                    .isEqualTo(time == 0)
                    .jsonPath("$.results[0].listed")
                    .isEqualTo(2)
                    .jsonPath("$.results[0].attendance")
                    .isEqualTo(9)
                    .jsonPath("$.results[1].code")
                    .isEqualTo("session-not-begun")
                    .jsonPath("$.results[2].code")
                    .isEqualTo("not-found");
        }
    }

    @Test
    void refusesADayThatIsTooLong() {
        var lines = IntStream.range(0, 500)
                .mapToObj(number -> Map.of("id", "device-" + (10_000 + number), "name", "村民"))
                .toList();
        var part = Map.of("sessionId", session.id(), "entries", lines);

        sessions.post(MANAGER, "/attendance/rosters", Map.of("sessions", Collections.nCopies(5, part)))
                .expectStatus()
                .isEqualTo(422);
        expectAttendance(0);
    }

    @Test
    void countsHeadsWhenMoreCameThanAreListed() {
        checkIn(VILLAGER, code().token()).expectStatus().isOk();

        sessions.put(MANAGER, "/sessions/" + session.id() + "/head-count", null, Map.of("people", 73))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.attendance")
                .isEqualTo(73)
                .jsonPath("$.listed")
                .isEqualTo(1);
    }

    @Test
    void tellsWhichSessionsSomebodyCameToAsLongAsTheListSaysSo() {
        var person = new Person(Role.VILLAGER, COUNTY, Ids.next());
        checkIn(person, code().token()).expectStatus().isOk();
        checkIn(person, code().token()).expectStatus().isOk();
        assertThat(attendedBy(person)).containsExactly(session.id());

        correct(person, true, "认错人");
        assertThat(attendedBy(person)).isEmpty();
        correct(person, false, "没认错");
        assertThat(attendedBy(person)).containsExactly(session.id());
    }

    private List<String> attendedBy(Person person) {
        return ledger.attendedBy(person.id()).collectList().block();
    }

    @Test
    void keepsTheTrailOfCorrections() {
        checkIn(VILLAGER, code().token()).expectStatus().isOk();

        correct(true, "认错人").expectBody().jsonPath("$.listed").isEqualTo(0);
        correct(true, "认错人").expectBody().jsonPath("$.trail.length()").isEqualTo(1);
        correct(false, "没认错")
                .expectBody()
                .jsonPath("$.listed")
                .isEqualTo(1)
                .jsonPath("$.trail[*].kind")
                .isEqualTo(List.of("WITHDRAWN", "RESTORED"))
                .jsonPath("$.trail[0].byName")
                .isEqualTo("Name of manager")
                .jsonPath("$.trail[1].reason")
                .isEqualTo("没认错");
    }

    @Test
    void letsOnlyThoseWhoCameRate() {
        var path = "/sessions/" + session.id() + "/rating";
        sessions.put(VILLAGER, path, null, Map.of("stars", 5)).expectStatus().isForbidden();
        checkIn(VILLAGER, code().token()).expectStatus().isOk();

        sessions.put(VILLAGER, path, null, Map.of("stars", 5)).expectStatus().isNoContent();
        sessions.put(VILLAGER, path, null, Map.of("stars", 6)).expectStatus().isEqualTo(422);
    }

    @Test
    void notesThatARecordCameLate() {
        clock.advance(Duration.ofDays(9));
        var record = Map.of("minutes", "讲了芒果疏花。");
        var path = "/sessions/" + session.id() + "/record";

        sessions.put(MANAGER, path, session.version(), record)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.late")
                .isEqualTo(true);
        sessions.put(MANAGER, path, session.version(), record).expectStatus().isEqualTo(412);
    }

    @Test
    void showsTheListToThoseInChargeOnly() {
        sessions.get(VILLAGER, "/sessions/{id}/attendance", session.id())
                .expectStatus()
                .isForbidden();
        sessions.get(new Person(Role.HALL_MANAGER, "451023", "m"), "/sessions/{id}/attendance", session.id())
                .expectStatus()
                .isForbidden();
    }

    /** Thirty people at once; each comes in two waves. */
    private Flux<Integer> wave(WebClient client, String code, int first) {
        return Flux.range(first, 30)
                .flatMap(
                        number -> client.post()
                                .uri("/api/v1/check-ins")
                                .header(
                                        HttpHeaders.AUTHORIZATION,
                                        TestTokens.bearer(Role.VILLAGER, COUNTY, "v" + number))
                                .bodyValue(Map.of("sessionId", session.id(), "code", code))
                                .exchangeToMono(response -> response.releaseBody()
                                        .thenReturn(response.statusCode().value())),
                        30);
    }

    private ResponseSpec correct(boolean withdrawn, String reason) {
        return correct(VILLAGER, withdrawn, reason);
    }

    private ResponseSpec correct(Person person, boolean withdrawn, String reason) {
        return sessions.post(
                        MANAGER,
                        "/sessions/" + session.id() + "/corrections",
                        Map.of("person", "u:" + person.id(), "withdrawn", withdrawn, "reason", reason))
                .expectStatus()
                .isOk();
    }

    private Code code() {
        return sessions.get(MANAGER, "/sessions/{id}/check-in-code", session.id())
                .expectStatus()
                .isOk()
                .expectBody(Code.class)
                .returnResult()
                .getResponseBody();
    }

    private ResponseSpec checkIn(Person person, String code) {
        return sessions.post(person, "/check-ins", Map.of("sessionId", session.id(), "code", code));
    }

    private ResponseSpec kept(Person person, String code, int secondsAgo) {
        return sessions.post(
                person, "/check-ins", Map.of("sessionId", session.id(), "code", code, "secondsAgo", secondsAgo));
    }

    private void expectAttendance(int people) {
        sessions.get(MANAGER, "/sessions/{id}/attendance", session.id())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.attendance")
                .isEqualTo(people);
    }
}
