package org.lecturehalls.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** A lecturer's year, from the plan to the county's figures, through nothing but the API. */
@PlatformTest
class LecturerYearApiTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String COUNTY = "451029";

    /** The same each month; never the 29th or later, which some months lack. */
    private static final LocalDate FIRST = LocalDate.now(ZONE).plusMonths(1).withDayOfMonth(5);

    private static final int MONTHS = 12;
    private static final int VILLAGERS = 3;

    @Autowired
    WebTestClient client;

    @Autowired
    TestClock clock;

    private Caller officer;
    private Caller lecturer;
    private List<Caller> villagers;
    private String lecturerId;

    @BeforeEach
    void makeCounty() {
        officer = Caller.of(client, COUNTY, Role.PUBLICITY);
        lecturer = Caller.of(client, COUNTY, Role.LECTURER);
        villagers = IntStream.range(0, VILLAGERS)
                .mapToObj(each -> Caller.of(client, COUNTY, Role.VILLAGER))
                .toList();
        lecturerId = created(officer, "/lecturers", """
                {"number":"L-%s","name":"韦秀兰","region":"%s","categories":["FOLK_ARTIST"],"userId":"%s"}""".formatted(number(), COUNTY, lecturer.id()))
                .get("id")
                .asString();
    }

    @Test
    void isPlannedCheckedInRecordedAndSeenInTheCountysFigures() {
        JsonNode series = planYear();
        List<JsonNode> held = calendar();
        assertThat(series.get("sessions")).hasSize(MONTHS);
        assertThat(held).hasSize(MONTHS - 1);
        assertThat(days(held)).contains(FIRST.plusMonths(2).plusDays(1)).doesNotContain(FIRST.plusMonths(1));

        held.forEach(this::hold);

        Caller.of(client, "45", Role.ADMIN)
                .post("/statistics/rebuild")
                .expectStatus()
                .isOk();
        assertThat(ofLecturer("sessions")).isEqualTo(held.size());
        assertThat(ofLecturer("attendances")).isEqualTo(held.size() * VILLAGERS);
        assertThat(ofLecturer("recorded")).isEqualTo(held.size());
        assertThat(ofCounty("attendances")).isGreaterThanOrEqualTo(held.size() * VILLAGERS);
        assertThat(behind(held.get(0))).contains(held.get(0).get("id").asString());
    }

    /** Twelve months, of which the second is left out and the third is a day late. */
    private JsonNode planYear() {
        String hall = created(officer, "/halls", """
                {"number":"H-%s","name":"利周讲习所","type":"HALL","state":"OPEN","region":"%s","address":"",
                 "latitude":24.3,"longitude":106.2,"capacity":80}""".formatted(number(), COUNTY))
                .get("id")
                .asString();
        Instant start = FIRST.atTime(LocalTime.of(19, 30)).atZone(ZONE).toInstant();
        JsonNode series = created(
                lecturer, "/series", """
                {"session":{"title":"田林北路壮剧","hallId":"%s","lecturerIds":["%s"],"subject":"culture",
                  "format":"LOCAL_OPERA","audience":"VILLAGERS","expectedAudience":60,"startsAt":"%s","endsAt":"%s"},
                 "rule":{"rhythm":"MONTHLY_ON_DATE","every":1,"count":12}}""".formatted(hall, lecturerId, start, start.plus(Duration.ofMinutes(90))));
        JsonNode skipped = except(series, FIRST.plusMonths(1), "skip", null);
        LocalDate third = FIRST.plusMonths(2);
        return except(skipped, third, "move", "{\"startsAt\":\"" + third.plusDays(1) + "T19:30\"}");
    }

    private JsonNode except(JsonNode series, LocalDate day, String what, String body) {
        String path = "/series/" + series.get("id").asString() + "/occurrences/" + day + "/" + what;
        String version = "\"" + series.get("version").asLong() + "\"";
        return Caller.body(lecturer.send(HttpMethod.POST, path, body, "If-Match", version), 200);
    }

    private List<JsonNode> calendar() {
        Instant from = FIRST.atStartOfDay(ZONE).toInstant();
        String span = "&from=" + from + "&to=" + from.plus(Duration.ofDays(366));
        JsonNode page =
                Caller.body(Caller.visitor(client).get("/sessions?limit=50&lecturerId=" + lecturerId + span), 200);
        List<JsonNode> sessions = new ArrayList<>();
        page.get("items").forEach(sessions::add);
        return sessions;
    }

    /** The day comes, the hall shows its code, people check in, and the lecturer hands in the record. */
    private void hold(JsonNode session) {
        String id = session.get("id").asString();
        clock.advance(Duration.between(
                clock.instant(), Instant.parse(session.get("startsAt").asString())));
        String code = Caller.body(lecturer.get("/sessions/" + id + "/check-in-code"), 200)
                .get("digits")
                .asString();
        villagers.forEach(
                villager -> villager.post("/check-ins", "{\"sessionId\":\"%s\",\"code\":\"%s\"}".formatted(id, code))
                        .expectStatus()
                        .isOk());
        clock.advance(Duration.ofHours(2));
        String version = "\"" + session.get("version").asLong() + "\"";
        lecturer.send(
                        HttpMethod.PUT,
                        "/sessions/" + id + "/record",
                        "{\"minutes\":\"唱了三段，教了一段。\"}",
                        "If-Match",
                        version)
                .expectStatus()
                .isOk();
    }

    private static List<LocalDate> days(List<JsonNode> sessions) {
        return sessions.stream()
                .map(session -> Instant.parse(session.get("startsAt").asString())
                        .atZone(ZONE)
                        .toLocalDate())
                .toList();
    }

    private int ofLecturer(String figure) {
        return inBothYears("/statistics/breakdown?by=LECTURER", lecturerId, figure);
    }

    private int ofCounty(String figure) {
        return inBothYears("/statistics/counties?", COUNTY, figure);
    }

    private int inBothYears(String path, String key, String figure) {
        return IntStream.of(FIRST.getYear(), FIRST.getYear() + 1)
                .map(year -> figure(Caller.body(officer.get(path + "&year=" + year), 200), key, figure))
                .sum();
    }

    private static int figure(JsonNode lines, String key, String figure) {
        int sum = 0;
        for (JsonNode line : lines) {
            if (line.get("key").asString().equals(key)) {
                sum += line.at("/figures/" + figure).asInt();
            }
        }
        return sum;
    }

    private String behind(JsonNode session) {
        String month = Instant.parse(session.get("startsAt").asString())
                .atZone(ZONE)
                .toLocalDate()
                .toString()
                .substring(0, 7);
        return Caller.body(officer.get("/statistics/behind?county=" + COUNTY + "&month=" + month), 200)
                .toString();
    }

    private static JsonNode created(Caller by, String path, String json) {
        return Caller.body(by.post(path, json), 201);
    }

    private static String number() {
        return Ids.next().substring(10);
    }
}
