package org.lecturehalls.competitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestMedia;
import org.lecturehalls.support.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Whom an officer of a city can ask to judge, and what is known of them beforehand. */
@PlatformTest
@Import(TestMedia.class)
class JudgeCandidatesTest {

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestMedia media;

    @Autowired
    private TestClock clock;

    private Caller officer;
    private String path;

    @BeforeEach
    void openCityContest() {
        officer = Caller.of(client, "4510", Role.PUBLICITY);
        path = "/contests/"
                + body(officer.post("/contests", ContestStage.plan(clock, "{\"method\":\"MEAN\"}")), 201)
                        .get("id")
                        .asString();
        body(officer.post(path + "/open"), 200);
    }

    @Test
    void areFoundByTheirNameAsItIsWrittenAndInPinyin() {
        String mark = mark();
        String wei = judge("韦秀兰" + mark, "451022");
        String lu = judge("陆建华" + mark, "4510");

        assertThat(found("韦秀")).contains(wei).doesNotContain(lu);
        assertThat(found("weixiu")).contains(wei).doesNotContain(lu);
        assertThat(found("ljh")).contains(lu).doesNotContain(wei);
        assertThat(found(mark)).containsExactlyInAnyOrder(wei, lu);
        assertThat(found("没有这个人" + mark)).isEmpty();
        assertThat(found("(")).isEmpty();
    }

    @Test
    void areThoseWithinTheOfficersReachOnly() {
        String mark = mark();
        String inside = judge("农甲" + mark, "451081");
        String above = judge("农乙" + mark, "45");
        judge("农丙" + mark, "4511");
        person("农丁" + mark, "451081", Role.LECTURER);

        assertThat(found(mark)).containsExactlyInAnyOrder(inside, above);
        String county = "/contests/"
                + body(
                                Caller.of(client, "451022", Role.PUBLICITY)
                                        .post("/contests", ContestStage.plan(clock, "{\"method\":\"MEAN\"}")),
                                201)
                        .get("id")
                        .asString();
        expectProblem(Caller.of(client, "451023", Role.PUBLICITY).get(county + "/judge-candidates"), 404, "not-found");
        expectProblem(Caller.of(client, "4510", Role.JUDGE).get(path + "/judge-candidates"), 403, "not-allowed");
        expectProblem(Caller.of(client, "451022", Role.PUBLICITY).get(path + "/judge-candidates"), 403, "not-allowed");
    }

    @Test
    void comeInPages() {
        String mark = mark();
        List<String> all = List.of(judge("黄甲" + mark, "4510"), judge("黄乙" + mark, "4510"), judge("黄丙" + mark, "4510"));

        JsonNode first = page("q=" + mark + "&limit=2");
        JsonNode second =
                page("q=" + mark + "&limit=2&after=" + first.get("next").asString());

        List<String> met = new ArrayList<>(ids(first));
        met.addAll(ids(second));
        assertThat(met).containsExactlyInAnyOrderElementsOf(all);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void comeWithWhatKeepsThemFromJudging() {
        String mark = mark();
        String neighbour = judge("邻县" + mark, "451022");
        String far = judge("外县" + mark, "451031");
        Caller entrant = enter("451022001", Role.LECTURER, Role.JUDGE);
        enter("451022002", Role.LECTURER);
        body(entrant.get("/me"), 200);

        JsonNode items = page("q=" + mark).get("items");

        assertThat(one(items, neighbour).get("conflicts").toString())
                .isEqualTo("[{\"kind\":\"SAME_COUNTY\",\"entries\":2}]");
        assertThat(one(items, neighbour).has("barred")).isFalse();
        assertThat(one(items, far).get("conflicts")).isEmpty();
        JsonNode own = one(page("q=" + entrant.id()).get("items"), entrant.id());
        assertThat(own.get("barred").asString()).isEqualTo("ENTERED");
        assertThat(one(items, far).propertyNames()).containsExactlyInAnyOrder("id", "name", "region", "conflicts");
    }

    @Test
    void includeOnesselfOnlyAsSomebodyWhoCannot() {
        Caller both = Caller.of(client, "4510", Role.PUBLICITY, Role.JUDGE);
        body(both.get("/me"), 200);

        JsonNode items =
                body(both.get(path + "/judge-candidates?q=" + both.id()), 200).get("items");

        assertThat(one(items, both.id()).get("barred").asString()).isEqualTo("RUNS_CONTEST");
    }

    @Test
    void aloneAreSeatedBesideThoseWhoHaveASeat() {
        String inside = judge("农甲", "451081");
        String above = judge("农乙", "45");
        body(seat(inside, above), 200);

        expectRefused(seat(inside, judge("农丙", "4511")), "judges[1].id");
        expectRefused(seat(person("农丁", "451081", Role.LECTURER), inside), "judges[0].id");
        expectRefused(seat(inside, above, "u" + Ids.next()), "judges[2].id");
        assertThat(ids(body(officer.get(path), 200), "judges")).containsExactly(inside, above);

        signIn(inside, "农甲", "451081", Role.LECTURER);
        body(seat(inside), 200);
        body(seat(), 200);
        expectRefused(seat(inside), "judges[0].id");
    }

    private WebTestClient.ResponseSpec seat(String... ids) {
        String all = Stream.of(ids)
                .map(id -> "{\"id\":\"%s\",\"name\":\"评委\"}".formatted(id))
                .collect(Collectors.joining(","));
        String version = body(officer.get(path), 200).get("version").asString();
        String json = "{\"judges\":[" + all + "]}";
        return officer.send(HttpMethod.PUT, path + "/judges", json, "If-Match", "\"" + version + "\"");
    }

    private static void expectRefused(WebTestClient.ResponseSpec answer, String field) {
        JsonNode problem = body(answer, 422);
        assertThat(problem.get("errors")).hasSize(1);
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/code").asString()).isEqualTo("no-judge-candidate");
    }

    /** What no other name in the tests has. */
    private static String mark() {
        String id = Ids.next();
        return id.substring(id.length() - 8);
    }

    private String judge(String name, String region) {
        return person(name, region, Role.JUDGE);
    }

    /** Somebody of that name who has signed in. */
    private String person(String name, String region, Role role) {
        String id = "u" + Ids.next();
        signIn(id, name, region, role);
        return id;
    }

    private void signIn(String id, String name, String region, Role role) {
        String token =
                TestTokens.sign(TestTokens.claims(Set.of(role), region, id).claim("name", name));
        client.get()
                .uri("/api/v1/me")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private Caller enter(String region, Role... roles) {
        Caller lecturer = Caller.of(client, region, roles);
        String asset = media.add(lecturer.id(), MediaKind.VIDEO, MediaState.READY);
        body(lecturer.post(path + "/entries", ContestStage.entry("作品", asset)), 201);
        return lecturer;
    }

    private JsonNode page(String query) {
        return body(officer.get(path + "/judge-candidates?" + query), 200);
    }

    private List<String> found(String words) {
        return ids(page("limit=100&q=" + words));
    }

    private static List<String> ids(JsonNode page) {
        return ids(page, "items");
    }

    private static List<String> ids(JsonNode body, String list) {
        return body.get(list)
                .valueStream()
                .map(each -> each.get("id").asString())
                .toList();
    }

    private static JsonNode one(JsonNode items, String id) {
        return items.valueStream()
                .filter(each -> each.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
