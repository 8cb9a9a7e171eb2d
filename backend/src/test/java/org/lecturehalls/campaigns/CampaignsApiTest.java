package org.lecturehalls.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.sessions.SessionsClient.lecture;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.sessions.SessionsClient;
import org.lecturehalls.sessions.SessionsClient.Person;
import org.lecturehalls.sessions.SessionsPlatformTest;
import org.lecturehalls.sessions.TestPlaces;
import org.lecturehalls.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;

@SessionsPlatformTest
class CampaignsApiTest {

    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);
    private static final LocalDate TODAY = LocalDate.ofInstant(START, ZoneId.of("Asia/Shanghai"));

    private static int cities = 10;

    @Autowired
    SessionsClient sessions;

    @Autowired
    TestPlaces places;

    @Autowired
    CampaignCounting counting;

    @Autowired
    CampaignRecount recount;

    @Autowired
    TestClock clock;

    private String city;
    private String county;
    private Person officer;
    private Person countyOfficer;

    record Made(String id, String state, long version) {}

    @BeforeEach
    void takeACityOfItsOwn() {
        city = "58" + cities++;
        county = city + "01";
        officer = new Person(Role.PUBLICITY, city, "officer");
        countyOfficer = new Person(Role.PUBLICITY, county, "county-officer");
    }

    @Test
    void countsHeldAndRecordedSessionsOfItsSubjectAndLeadsBackToThem() {
        var campaign = running(Map.of());
        var counted = held(county, "farming-skills", 40);
        record(counted);
        held(county, "farming-skills", 7);
        record(held(county, "history", 9));
        record(held(city + "02", "farming-skills", 5));
        settle();

        progress(campaign, officer)
                .jsonPath("$.figures.sessions")
                .isEqualTo(2)
                .jsonPath("$.figures.attendances")
                .isEqualTo(45)
                .jsonPath("$.figures.awaitingRecord")
                .isEqualTo(1)
                .jsonPath("$.counties.length()")
                .isEqualTo(2)
                .jsonPath("$.counties[0].county")
                .isEqualTo(county)
                .jsonPath("$.counties[0].target.sessions")
                .isEqualTo(90)
                .jsonPath("$.counties[0].figures.attendances")
                .isEqualTo(40);
        sessions.get(countyOfficer, "/campaigns/" + campaign.id() + "/sessions")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[?(@.sessionId == '" + counted.id() + "')].counts")
                .isEqualTo(true);
    }

    @Test
    void followsChangesAndARecountGivesTheSame() {
        var before = held(county, "farming-skills", 3);
        record(before);
        var campaign = running(Map.of());
        settle();
        var first = held(county, "farming-skills", 40);
        record(first);
        settle();
        progress(campaign, officer).jsonPath("$.figures.attendances").isEqualTo(43);

        count(first, 50);
        sessions.post(officer, "/sessions/" + before.id() + "/cancel", version(before), Map.of())
                .expectStatus()
                .isOk();
        settle();
        progress(campaign, officer).jsonPath("$.figures.attendances").isEqualTo(50);

        sessions.post(officer, "/campaigns/" + campaign.id() + "/recount", Map.of())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.figures.attendances")
                .isEqualTo(50)
                .jsonPath("$.figures.sessions")
                .isEqualTo(1);
    }

    @Test
    void countsAnewWhenItsRulesChange() {
        record(held(county, "history", 9));
        var campaign = running(Map.of());
        settle();
        progress(campaign, officer).jsonPath("$.figures.sessions").isEqualTo(0);

        var body = body(Map.of("subjects", List.of("history")));
        sessions.put(officer, "/campaigns/" + campaign.id(), campaign.version(), body)
                .expectStatus()
                .isOk();
        settle();

        progress(campaign, officer).jsonPath("$.figures.sessions").isEqualTo(1);
        sessions.put(officer, "/campaigns/" + campaign.id(), campaign.version(), body)
                .expectStatus()
                .isEqualTo(412);
    }

    @Test
    void pagesThroughTheSessionsBehindIt() {
        var campaign = running(Map.of("recordRequired", false));
        for (var people = 1; people <= 3; people++) {
            held(county, "farming-skills", people);
        }
        settle();

        var seen = 0;
        var after = "";
        do {
            var page = sessions.get(officer, "/campaigns/" + campaign.id() + "/sessions?limit=2" + after)
                    .expectBody(SeenPage.class)
                    .returnResult()
                    .getResponseBody();
            seen += page.items().size();
            after = page.next() == null ? "" : "&after=" + page.next();
        } while (!after.isEmpty());

        assertThat(seen).isEqualTo(3);
    }

    record SeenPage(List<Map<String, Object>> items, String next) {}

    @Test
    void isHiddenWhileADraftAndFromOtherRegions() {
        var draft = made(post(officer, body(Map.of())), 201);

        sessions.get(countyOfficer, "/campaigns/" + draft.id()).expectStatus().isNotFound();
        sessions.post(officer, "/campaigns/" + draft.id() + "/start", draft.version(), Map.of())
                .expectStatus()
                .isOk();
        sessions.get(countyOfficer, "/campaigns/" + draft.id()).expectStatus().isOk();
        sessions.get(countyOfficer, "/campaigns")
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(draft.id());
        sessions.get(new Person(Role.PUBLICITY, "5901", "other"), "/campaigns/" + draft.id())
                .expectStatus()
                .isNotFound();
        sessions.post(countyOfficer, "/campaigns/" + draft.id() + "/end", draft.version() + 1, Map.of())
                .expectStatus()
                .isForbidden();
        sessions.get(countyOfficer, "/campaigns/" + draft.id() + "/sessions?region=" + city)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void refusesWhatDoesNotFit() {
        post(officer, body(Map.of("to", TODAY.minusDays(9).toString())))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("before-from");
        post(officer, body(Map.of("counties", List.of(Map.of("county", "459901", "sessions", 3)))))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("counties[0].county");
        post(countyOfficer, body(Map.of())).expectStatus().isForbidden();
    }

    @Test
    void endsByItselfSomeTimeAfterItsLastDay() {
        var campaign = running(Map.of());
        clock.advance(Duration.ofDays(40));

        recount.endWhatIsOver().block(Duration.ofSeconds(10));

        sessions.get(officer, "/campaigns/" + campaign.id())
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("ENDED");
        sessions.post(officer, "/campaigns/" + campaign.id() + "/end", campaign.version() + 1, Map.of())
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void exportsFiguresAndSessionsWithHarmlessCells() {
        var campaign = running(Map.of("recordRequired", false));
        var body = lecture(places.hall(county + "101"), places.lecturer(county, Ids.next()), START);
        body.put("title", "=1+1 乡村");
        count(sessions.plan(officer, body), 4);
        settle();

        assertThat(text(officer, "/campaigns/" + campaign.id() + "/sessions/export?format=CSV"))
                .contains("'=1+1 乡村");
        assertThat(text(officer, "/campaigns/" + campaign.id() + "/export?format=CSV"))
                .contains(county + ",90,,1,4,0")
                .contains("合计,1000,,1,4,0");
    }

    private String text(Person person, String path) {
        return sessions.get(person, path)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private WebTestClient.BodyContentSpec progress(Made campaign, Person reader) {
        return sessions.get(reader, "/campaigns/" + campaign.id() + "/progress")
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private Made running(Map<String, Object> more) {
        var draft = made(post(officer, body(more)), 201);
        return made(sessions.post(officer, "/campaigns/" + draft.id() + "/start", draft.version(), Map.of()), 200);
    }

    private static Made made(ResponseSpec answer, int status) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectBody(Made.class)
                .returnResult()
                .getResponseBody();
    }

    private ResponseSpec post(Person person, Map<String, Object> body) {
        return sessions.post(person, "/campaigns", body);
    }

    private Map<String, Object> body(Map<String, Object> more) {
        var body = new HashMap<String, Object>();
        body.put("title", "乡村振兴千场讲习");
        body.put("region", city);
        body.put("from", TODAY.minusDays(3).toString());
        body.put("to", TODAY.plusDays(3).toString());
        body.put("subjects", List.of("farming-skills"));
        body.put("sessions", 1000);
        body.put("counties", List.of(Map.of("county", county, "sessions", 90)));
        body.putAll(more);
        return body;
    }

    private SessionsClient.Planned held(String where, String subject, int people) {
        var body = lecture(places.hall(where + "101"), places.lecturer(where, Ids.next()), START);
        body.put("subject", subject);
        var session = sessions.plan(officer, body);
        count(session, people);
        return session;
    }

    private void count(SessionsClient.Planned session, int people) {
        sessions.put(officer, "/sessions/" + session.id() + "/head-count", null, Map.of("people", people))
                .expectStatus()
                .isOk();
    }

    private void record(SessionsClient.Planned session) {
        sessions.put(officer, "/sessions/" + session.id() + "/record", session.version(), Map.of("minutes", "讲了。"))
                .expectStatus()
                .isOk();
    }

    private long version(SessionsClient.Planned session) {
        return SessionsClient.planned(sessions.get("/sessions/" + session.id())).version();
    }

    /** What the backend does every second, at once. */
    private void settle() {
        recount.countWhatIsDue().block(Duration.ofSeconds(20));
        Mono.defer(counting::flush)
                .then(Mono.fromCallable(counting::isCurrent).filter(current -> current))
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(20)))
                .block(Duration.ofSeconds(20));
    }
}
