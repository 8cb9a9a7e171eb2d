package org.lecturehalls.lecturers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.TestTokens.as;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.test.StepVerifier;

@PlatformTest
class LecturersApiTest {

    private static final String LECTURERS = "/api/v1/lecturers";
    private static final String TEAMS = "/api/v1/teams";
    private static final String COUNTY = "451022";
    private static final String OTHER_COUNTY = "451024";

    @Autowired
    WebTestClient client;

    @Autowired
    LecturerDirectory directory;

    @Autowired
    ReactiveMongoOperations mongo;

    @Test
    void keepsPhoneNumbersSealedAndFromStrangers() {
        Map<String, Object> input = lecturer();
        input.put("phone", "13800000000");
        String id = id(LECTURERS, input);

        StepVerifier.create(mongo.findById(id, Document.class, "lecturers"))
                .assertNext(stored -> assertThat(stored.toJson()).doesNotContain("13800000000"))
                .verifyComplete();
        client.get()
                .uri(LECTURERS + "/" + id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("韦秀兰")
                .jsonPath("$.hasPhone")
                .doesNotExist()
                .jsonPath("$.userId")
                .doesNotExist();
        personalData(id, Role.PUBLICITY, COUNTY, "officer")
                .expectBody()
                .jsonPath("$.phone")
                .isEqualTo("13800000000");
        personalData(id, Role.LECTURER, COUNTY, (String) input.get("userId"))
                .expectStatus()
                .isOk();
        personalData(id, Role.PUBLICITY, OTHER_COUNTY, "next-door")
                .expectStatus()
                .isNotFound();
        personalData(id, Role.LECTURER, COUNTY, "a-colleague").expectStatus().isNotFound();
    }

    @Test
    void doesNotCountAnUnchangedPhoneNumberAsAChange() {
        Map<String, Object> input = lecturer();
        input.put("phone", "13800000000");
        String id = id(LECTURERS, input);

        put(LECTURERS, id, input, 1, COUNTY).expectHeader().valueEquals("ETag", "\"1\"");
        input.put("phone", "13800000001");
        put(LECTURERS, id, input, 1, COUNTY).expectHeader().valueEquals("ETag", "\"2\"");
        client.get()
                .uri(LECTURERS + "/" + id + "/history")
                .headers(as(Role.PUBLICITY, COUNTY, "officer"))
                .exchange()
                .expectBody(String.class)
                .value(history -> assertThat(history).doesNotContain("13800000001"));
    }

    @Test
    void showsLecturersTheirOwnRecord() {
        Map<String, Object> input = lecturer();
        String id = id(LECTURERS, input);

        own((String) input.get("userId"))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(id)
                .jsonPath("$.userId")
                .isEqualTo(input.get("userId"));
        own("nobody-of-them").expectStatus().isNotFound();
        delete(LECTURERS, id, 1).expectStatus().isNoContent();
        own((String) input.get("userId")).expectStatus().isNotFound();
    }

    private ResponseSpec own(String userId) {
        return client.get()
                .uri("/api/v1/me/lecturer")
                .headers(as(Role.LECTURER, COUNTY, userId))
                .exchange();
    }

    @Test
    void forgetsAPersonWithAllPastVersions() {
        Map<String, Object> input = lecturer();
        input.put("phone", "13800000000");
        String id = id(LECTURERS, input);
        input.put("name", "韦秀莲");
        put(LECTURERS, id, input, 1, COUNTY).expectStatus().isOk();

        client.delete()
                .uri(LECTURERS + "/" + id + "/personal-data")
                .headers(as(Role.PUBLICITY, COUNTY, "officer"))
                .exchange()
                .expectStatus()
                .isNoContent();

        client.get().uri(LECTURERS + "/" + id).exchange().expectStatus().isNotFound();
        personalData(id, Role.PUBLICITY, COUNTY, "officer")
                .expectBody(String.class)
                .value(data -> assertThat(data)
                        .contains((String) input.get("number"))
                        .doesNotContain("韦秀", "13800000000", (String) input.get("userId")));
        StepVerifier.create(directory.ofUser((String) input.get("userId"))).verifyComplete();
    }

    @Test
    void findsTheLecturerWhoSignsIn() {
        Map<String, Object> input = lecturer();
        String id = id(LECTURERS, input);

        StepVerifier.create(directory.ofUser((String) input.get("userId")).map(LecturerSummary::id))
                .expectNext(id)
                .verifyComplete();
        StepVerifier.create(directory.ofUser("nobody")).verifyComplete();
    }

    @Test
    void letsNoTwoLecturersShareAnAccount() {
        Map<String, Object> input = lecturer();
        id(LECTURERS, input);
        Map<String, Object> second = lecturer();
        second.put("userId", input.get("userId"));

        post(LECTURERS, second).expectStatus().isEqualTo(409);
    }

    @Test
    void keepsManyLecturersWithoutAnAccount() {
        Map<String, Object> first = lecturer();
        Map<String, Object> second = lecturer();
        first.remove("userId");
        second.remove("userId");

        post(LECTURERS, first).expectStatus().isCreated();
        post(LECTURERS, second).expectStatus().isCreated();
    }

    @Test
    void namesEveryWrongField() {
        Map<String, Object> input = lecturer();
        input.put("name", "");
        input.put("categories", List.of());
        input.put("phone", "call me");

        post(LECTURERS, input)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value((List<String> fields) ->
                        assertThat(fields).containsExactlyInAnyOrder("name", "categories", "phone"));
    }

    @Test
    void refusesHallsAndTeamsThatAreNotThere() {
        Map<String, Object> input = lecturer();
        input.put("homeHallId", "nowhere");
        post(LECTURERS, input)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("unknown-hall");
        input.remove("homeHallId");
        input.put("teamId", "nobodies");
        post(LECTURERS, input).expectBody().jsonPath("$.errors[0].code").isEqualTo("unknown-team");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"VILLAGER", "LECTURER", "JUDGE", "HALL_MANAGER"})
    void letsOnlyOfficersAddLecturersAndTeams(Role role) {
        for (String list : List.of(LECTURERS, TEAMS)) {
            client.post()
                    .uri(list)
                    .headers(as(role, COUNTY, "somebody"))
                    .bodyValue(list.equals(TEAMS) ? team() : lecturer())
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
    }

    @Test
    void keepsOfficersInsideTheirRegion() {
        String id = id(LECTURERS, lecturer());
        String teamId = id(TEAMS, team());

        put(LECTURERS, id, lecturer(), 1, OTHER_COUNTY).expectStatus().isNotFound();
        put(TEAMS, teamId, team(), 1, OTHER_COUNTY).expectStatus().isNotFound();
        Map<String, Object> elsewhere = lecturer();
        elsewhere.put("region", OTHER_COUNTY);
        post(LECTURERS, elsewhere).expectStatus().isForbidden();
        client.delete()
                .uri(LECTURERS + "/" + id + "/personal-data")
                .headers(as(Role.ADMIN, OTHER_COUNTY, "admin"))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void letsATeamBeLedByAMemberOnly() {
        Map<String, Object> team = team();
        String teamId = id(TEAMS, team);
        Map<String, Object> input = lecturer();
        String id = id(LECTURERS, input);
        team.put("leaderId", id);
        put(TEAMS, teamId, team, 1, COUNTY)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("leader-not-in-team");

        input.put("teamId", teamId);
        put(LECTURERS, id, input, 1, COUNTY).expectStatus().isOk();
        put(TEAMS, teamId, team, 1, COUNTY).expectStatus().isOk();

        client.get()
                .uri(LECTURERS + "?teamId=" + teamId)
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(id);
        input.remove("teamId");
        put(LECTURERS, id, input, 2, COUNTY)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("leads-team");
        delete(TEAMS, teamId, 2).expectStatus().isEqualTo(409);
    }

    @Test
    void putsAwayAndBringsBack() {
        for (String list : List.of(LECTURERS, TEAMS)) {
            String id = id(list, list.equals(TEAMS) ? team() : lecturer());
            delete(list, id, 1).expectStatus().isNoContent();
            client.get().uri(list + "/" + id).exchange().expectStatus().isNotFound();
            client.get()
                    .uri(list + "/deleted?limit=100")
                    .headers(as(Role.PUBLICITY, COUNTY, "officer"))
                    .exchange()
                    .expectBody()
                    .jsonPath("$.items[?(@.id=='" + id + "')].deletedAt")
                    .isNotEmpty();
            client.post()
                    .uri(list + "/" + id + "/restore")
                    .headers(as(Role.PUBLICITY, COUNTY, "officer"))
                    .exchange()
                    .expectStatus()
                    .isOk();
            client.get()
                    .uri(list + "/" + id + "/history")
                    .headers(as(Role.PUBLICITY, COUNTY, "officer"))
                    .exchange()
                    .expectBody()
                    .jsonPath("$.items[*].kind")
                    .isEqualTo(List.of("RESTORED", "DELETED", "CREATED"));
        }
    }

    @Test
    void findsLecturersByWhatTheyDo() {
        Map<String, Object> input = lecturer();
        String mark = "题目" + Ids.next();
        input.put("subjects", List.of(mark));
        String id = id(LECTURERS, input);

        String found = LECTURERS + "?region=4510&category=FOLK_ARTIST&format=MOUNTAIN_SONG&q=" + mark;
        client.get()
                .uri(found + "&language=ZHUANG")
                .exchange()
                .expectBody()
                .jsonPath("$.items[*].id")
                .isEqualTo(List.of(id));
        client.get()
                .uri(found + "&language=YAO")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
    }

    private static Map<String, Object> lecturer() {
        Map<String, Object> input = new TreeMap<>();
        input.put("number", "L-" + Ids.next());
        input.put("name", "韦秀兰");
        input.put("region", COUNTY);
        input.put("categories", List.of("FOLK_ARTIST"));
        input.put("subjects", List.of("乡村振兴"));
        input.put("formats", List.of("MOUNTAIN_SONG", "STORY"));
        input.put("languages", List.of("ZHUANG", "MANDARIN"));
        input.put("userId", "user-" + Ids.next());
        return input;
    }

    private static Map<String, Object> team() {
        return new TreeMap<>(Map.of("number", "T-" + Ids.next(), "name", "山歌讲习队", "region", COUNTY));
    }

    private String id(String list, Map<String, Object> input) {
        record Created(String id) {}
        return post(list, input)
                .expectStatus()
                .isCreated()
                .expectBody(Created.class)
                .returnResult()
                .getResponseBody()
                .id();
    }

    private ResponseSpec post(String list, Map<String, Object> input) {
        return client.post()
                .uri(list)
                .headers(as(Role.PUBLICITY, COUNTY, "officer"))
                .bodyValue(input)
                .exchange();
    }

    private ResponseSpec put(String list, String id, Map<String, Object> input, long version, String region) {
        return client.put()
                .uri(list + "/" + id)
                .headers(as(Role.PUBLICITY, region, "officer"))
                .header("If-Match", "\"" + version + "\"")
                .bodyValue(input)
                .exchange();
    }

    private ResponseSpec delete(String list, String id, long version) {
        return client.delete()
                .uri(list + "/" + id)
                .headers(as(Role.PUBLICITY, COUNTY, "officer"))
                .header("If-Match", "\"" + version + "\"")
                .exchange();
    }

    private ResponseSpec personalData(String id, Role role, String region, String userId) {
        return client.get()
                .uri(LECTURERS + "/" + id + "/personal-data")
                .headers(as(role, region, userId))
                .exchange();
    }
}
