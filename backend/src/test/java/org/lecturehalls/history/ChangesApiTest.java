package org.lecturehalls.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Officers search who changed what. */
@PlatformTest
class ChangesApiTest {

    private static final String COUNTY = "451026";

    @Autowired
    WebTestClient client;

    private Caller officer;

    @BeforeEach
    void newOfficer() {
        officer = Caller.of(client, COUNTY, Role.PUBLICITY);
    }

    @Test
    void findsAllChangesOfOneOfficerTheLatestFirst() {
        String hall = hall("平乐讲习所");
        rename(hall, 1, "平乐新讲习所");
        rename(hall, 2, "平乐大讲习所");
        String team = Caller.body(officer.post("/teams", """
                        {"number":"T-%s","name":"那坡讲习队","region":"451026"}""".formatted(number())), 201)
                .get("id")
                .asString();

        List<JsonNode> found = items(officer, "?by=" + officer.id());
        assertThat(found).extracting(each -> each.get("recordId").asString()).containsExactly(team, hall, hall, hall);
        assertThat(found).extracting(each -> each.get("version").asInt()).containsExactly(1, 3, 2, 1);
        assertThat(found.get(1).get("title").asString()).isEqualTo("平乐大讲习所");
        assertThat(found.get(1).get("kind").asString()).isEqualTo("halls");
        assertThat(found.get(1).get("fields").get(0).get("before").asString()).isEqualTo("平乐新讲习所");
        assertThat(items(officer, "?by=Name of " + officer.id())).hasSize(4);
    }

    @Test
    void pagesThroughAllOfThemWithoutGapOrRepeat() {
        String hall = hall("翻页讲习所");
        for (int version = 1; version <= 5; version++) {
            rename(hall, version, "翻页讲习所" + version);
        }
        hall("另一讲习所");
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = page(officer, "?limit=2&by=" + officer.id() + after);
            page.get("items").forEach(each -> seen.add(each.get("id").asString()));
            after = page.hasNonNull("next") ? "&after=" + page.get("next").asString() : null;
        } while (after != null);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void narrowsByRecordKindAndTime() {
        String hall = hall("筛选讲习所");
        rename(hall, 1, "筛选新讲习所");
        assertThat(items(officer, "?record=" + hall)).hasSize(2);
        assertThat(items(officer, "?kind=halls&record=" + hall)).hasSize(2);
        assertThat(items(officer, "?kind=lecturers&record=" + hall)).isEmpty();
        assertThat(items(officer, "?record=" + hall + "&to=2020-01-01T00:00:00Z"))
                .isEmpty();
        assertThat(items(officer, "?record=" + hall + "&from=2020-01-01T00:00:00Z"))
                .hasSize(2);
    }

    @Test
    void keepsChangesOfOneRegionFromTheOfficersOfAnother() {
        String hall = hall("本县讲习所");
        rename(hall, 1, "本县新讲习所");
        Caller nextDoor = Caller.of(client, "451027", Role.PUBLICITY);
        Caller city = Caller.of(client, "4510", Role.ADMIN);
        assertThat(items(nextDoor, "?record=" + hall)).isEmpty();
        assertThat(items(city, "?record=" + hall)).hasSize(2);
        Caller.of(client, COUNTY, Role.HALL_MANAGER)
                .get("/operations/changes")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void refusesWhatMakesNoSense() {
        officer.get("/operations/changes?kind=nonsense").expectStatus().is4xxClientError();
        officer.get("/operations/changes?after=bm9uc2Vuc2U").expectStatus().is4xxClientError();
        officer.get("/operations/changes?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z")
                .expectStatus()
                .is4xxClientError();
        officer.get("/operations/changes?by=" + "x".repeat(201)).expectStatus().is4xxClientError();
    }

    private String hall(String name) {
        return Caller.body(officer.post("/halls", json(number(), name)), 201)
                .get("id")
                .asString();
    }

    private void rename(String hall, int version, String name) {
        String number =
                Caller.body(officer.get("/halls/" + hall), 200).get("number").asString();
        Caller.body(
                officer.send(HttpMethod.PUT, "/halls/" + hall, json(number, name), "If-Match", "\"" + version + "\""),
                200);
    }

    private static String json(String number, String name) {
        return """
                {"number":"%s","name":"%s","type":"HALL","state":"OPEN","region":"451026","address":"",
                 "latitude":23.4,"longitude":105.8,"capacity":60}""".formatted(number, name);
    }

    private static String number() {
        return "C-" + Ids.next().substring(10);
    }

    private static JsonNode page(Caller caller, String query) {
        return Caller.body(caller.get("/operations/changes" + query), 200);
    }

    private static List<JsonNode> items(Caller caller, String query) {
        List<JsonNode> items = new ArrayList<>();
        page(caller, query).get("items").forEach(items::add);
        return items;
    }
}
