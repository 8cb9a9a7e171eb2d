package org.lecturehalls.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lecturehalls.sessions.SessionsClient.lecture;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.divisions.TestDivisions;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.sessions.SessionsClient;
import org.lecturehalls.sessions.SessionsClient.Person;
import org.lecturehalls.sessions.SessionsPlatformTest;
import org.lecturehalls.sessions.TestPlaces;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@SessionsPlatformTest
class StatisticsApiTest {

    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);
    private static final YearMonth MONTH = YearMonth.from(START.atZone(ZoneId.of("Asia/Shanghai")));
    private static final Person ADMIN = new Person(Role.ADMIN, "45", "admin");

    @Autowired
    SessionsClient sessions;

    @Autowired
    TestPlaces places;

    @Autowired
    RollUps rollUps;

    @Autowired
    ApplicationContext parts;

    private static int counties = 10;

    private String county;
    private Person officer;

    @BeforeEach
    void takeACountyOfItsOwn() {
        county = "4599" + counties++;
        officer = new Person(Role.PUBLICITY, county, "officer");
    }

    @Test
    void countsWhatWasHeldAndLeadsBackToIt() {
        var held = held("STORY", 40);
        plan("SKIT");
        settle();

        sessions.get("/statistics/summary?region={region}&year={year}", county, MONTH.getYear())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.halls")
                .isEqualTo(2)
                .jsonPath("$.lecturers")
                .isEqualTo(2)
                .jsonPath("$.lectured")
                .isEqualTo(1)
                .jsonPath("$.figures.sessions")
                .isEqualTo(1)
                .jsonPath("$.figures.attendances")
                .isEqualTo(40);
        sessions.get(officer, "/statistics/behind?county={county}&month={month}&by=FORMAT&key=STORY", county, MONTH)
                .expectBody()
                .jsonPath("$[*].sessionId")
                .isEqualTo(held.id());
    }

    @Test
    void followsCorrectionsAndCancellations() {
        var session = held("STORY", 40);
        held("SKIT", 5);
        settle();
        count(session, 50);
        settle();
        count(session, 50);
        settle();
        expectAttendances(55);

        sessions.post(officer, "/sessions/" + session.id() + "/cancel", session.version(), Map.of())
                .expectStatus()
                .isOk();
        settle();

        expectAttendances(5);
    }

    @Test
    void givesTheSameNumbersAfterARebuild() {
        held("STORY", 40);
        held("LOCAL_OPERA", 7);
        settle();
        var before = breakdown();

        sessions.post(ADMIN, "/statistics/rebuild", Map.of()).expectStatus().isOk();

        assertThat(breakdown()).isEqualTo(before).contains("LOCAL_OPERA");
    }

    @Test
    void followsACountyToItsNewCode() {
        held("STORY", 40);
        settle();
        var former = county;
        takeACountyOfItsOwn();
        var divisions = new TestDivisions(parts);
        divisions.add(former, "田阳县");
        divisions.add(former + "101", "百育镇");
        divisions.add(county, "田阳区");
        divisions.add(county + "101", "百育镇");

        divisions.replace(former, county);
        divisions.carryOver();

        awaitAttendances(40);
        var counted = breakdown();
        assertThat(counted).contains("STORY");
        sessions.post(ADMIN, "/statistics/rebuild", Map.of()).expectStatus().isOk();
        assertThat(breakdown()).isEqualTo(counted);
        officer = new Person(Role.PUBLICITY, former, "successor");
        assertThat(breakdown()).as("an account that still says the old code").isEqualTo(counted);
    }

    @Test
    void tellsDashboardsOfEachChange() {
        var events = sessions.get(officer, "/statistics/events?year={year}", MONTH.getYear())
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Statistics.Sentence>>() {})
                .getResponseBody()
                .mapNotNull(ServerSentEvent::data)
                .map(sentence -> sentence.figures().attendances());

        StepVerifier.create(events.filter(people -> people == 0 || people == 40).take(2))
                .expectNext(0L)
                .then(() -> {
                    held("STORY", 40);
                    settle();
                })
                .expectNext(40L)
                .expectComplete()
                .verify(Duration.ofSeconds(60));
    }

    @Test
    void ranksCountiesOfTheCity() {
        held("STORY", 3);
        var other = officer;
        takeACountyOfItsOwn();
        held("STORY", 9);
        settle();

        var city = new Person(Role.PUBLICITY, "4599", "city");
        var keys = sessions.get(city, "/statistics/counties?year={year}", MONTH.getYear())
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(keys.indexOf(county)).isBetween(0, keys.indexOf(other.region()));
    }

    @Test
    void showsTwelveMonths() {
        sessions.get(officer, "/statistics/months?year=2026")
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(12);
    }

    @Test
    void keepsToTheRegion() {
        sessions.get(officer, "/statistics/months?region=451022&year=2026")
                .expectStatus()
                .isForbidden();
        sessions.get(officer, "/statistics/events?region=451022&year=2026")
                .expectStatus()
                .isForbidden();
        sessions.post(officer, "/statistics/rebuild", Map.of()).expectStatus().isForbidden();
    }

    private SessionsClient.Planned plan(String format) {
        var body = lecture(places.hall(county + "101"), places.lecturer(county, Ids.next()), START);
        body.put("format", format);
        return sessions.plan(officer, body);
    }

    private SessionsClient.Planned held(String format, int people) {
        var session = plan(format);
        count(session, people);
        return session;
    }

    private void count(SessionsClient.Planned session, int people) {
        sessions.put(officer, "/sessions/" + session.id() + "/head-count", null, Map.of("people", people))
                .expectStatus()
                .isOk();
    }

    /** What the backend does every second, at once. */
    private void settle() {
        Mono.defer(rollUps::flush)
                .then(Mono.fromCallable(rollUps::isCurrent).filter(current -> current))
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(20)))
                .block(Duration.ofSeconds(20));
    }

    private String breakdown() {
        return sessions.get(officer, "/statistics/breakdown?by=FORMAT&year={year}", MONTH.getYear())
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    /** Until what was carried over has been heard of. */
    private void awaitAttendances(int people) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            settle();
            sessions.get("/statistics/summary?region={region}&year={year}", county, MONTH.getYear())
                    .expectBody(String.class)
                    .value(summary -> assertThat(summary).contains("\"attendances\":" + people));
        });
    }

    private void expectAttendances(int people) {
        sessions.get("/statistics/summary?region={region}&year={year}", county, MONTH.getYear())
                .expectBody()
                .jsonPath("$.figures.attendances")
                .isEqualTo(people);
    }
}
