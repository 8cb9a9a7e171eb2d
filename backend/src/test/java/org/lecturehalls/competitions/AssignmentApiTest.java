package org.lecturehalls.competitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestMedia;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(TestMedia.class)
class AssignmentApiTest {

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestMedia media;

    @Autowired
    private TestClock clock;

    @Autowired
    private ReactiveMongoOperations mongo;

    private Caller officer;
    private String path;
    private final List<Caller> judges = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();

    @BeforeEach
    void openCityContest() {
        officer = Caller.of(client, "4510", Role.PUBLICITY);
        String plan = ContestStage.plan(clock, "{\"method\":\"MEAN\"}").replaceFirst("\\}$", ",\"judgesPerEntry\":2}");
        path = "/contests/"
                + body(officer.post("/contests", plan), 201).get("id").asString();
        body(officer.post(path + "/open"), 200);
    }

    @Test
    void spreadsEntriesEvenlyAndKeepsNeighboursAway() {
        seat("451022", "451022", "451023", "4510", "4510");
        enter("451022001", "451022002", "451022003", "451023001", "451023002", "451024001");
        JsonNode assignment = assign();

        assertThat(assignment.get("shortfalls")).isEmpty();
        assertThat(assignment.get("connected").asBoolean()).isTrue();
        assertThat(assignment.get("unknownJudges")).isEmpty();
        List<Integer> loads = assignment
                .get("judges")
                .valueStream()
                .map(each -> each.get("entries").asInt())
                .toList();
        assertThat(loads).allMatch(load -> load == 2 || load == 3);
        for (JsonNode entry : body(officer.get(path + "/entries"), 200).get("items")) {
            String county = entry.get("region").asString().substring(0, 6);
            List<String> panel =
                    entry.get("judgeIds").valueStream().map(JsonNode::asString).toList();
            assertThat(panel).hasSize(2);
            if (county.equals("451022")) {
                assertThat(panel)
                        .doesNotContain(judges.get(0).id(), judges.get(1).id());
            }
            if (county.equals("451023")) {
                assertThat(panel).doesNotContain(judges.get(2).id());
            }
        }
        JsonNode conflicts = body(officer.get(path + "/entries/" + entries.get(0) + "/conflicts"), 200);
        assertThat(conflicts.valueStream().map(each -> each.get("judgeId").asString() + each.get("kinds")))
                .containsExactlyInAnyOrder(
                        judges.get(0).id() + "[\"SAME_COUNTY\"]", judges.get(1).id() + "[\"SAME_COUNTY\"]");
    }

    @Test
    void namesWhatCannotBeSatisfiedAndWhoIsUnknown() {
        seat("451022", "4510", "451022");
        forget(judges.get(2));
        enter("451022001");
        JsonNode assignment = assign();

        assertThat(assignment.at("/unknownJudges/0").asString())
                .isEqualTo(judges.get(2).id());
        assertThat(assignment.get("shortfalls")).isEmpty();
        body(judges.get(2).get("/me"), 200);
        assignment = assign();
        assertThat(assignment.at("/shortfalls/0/entryId").asString()).isEqualTo(entries.get(0));
        assertThat(assignment.at("/shortfalls/0/given").asInt()).isEqualTo(1);
        assertThat(assignment.at("/shortfalls/0/conflicts")).hasSize(2);
    }

    @Test
    void givesNoSheetForWhatIsNotTheJudges() {
        seat("4510", "4510", "4510");
        enter("451022001", "451022001", "451022001");
        assign();
        body(officer.post(path + "/start-judging"), 200);
        for (Caller judge : judges) {
            JsonNode own = body(judge.get(path + "/entries"), 200).get("items");
            assertThat(own).hasSize(2);
            List<String> ids =
                    own.valueStream().map(each -> each.get("id").asString()).toList();
            for (String entry : entries) {
                int expected = ids.contains(entry) ? 200 : 404;
                judge.get(path + "/entries/" + entry + "/score-sheet")
                        .expectStatus()
                        .isEqualTo(expected);
                judge.get(path + "/entries/" + entry + "/material")
                        .expectStatus()
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void letsAJudgeStepBackAndAnotherComeInstead() {
        seat("4510", "4510", "4510");
        enter("451022001");
        assign();
        body(officer.post(path + "/start-judging"), 200);
        String entry = path + "/entries/" + entries.get(0);
        List<String> panel = body(officer.get(path + "/entries"), 200)
                .at("/items/0/judgeIds")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        Caller leaving = judge(panel.get(0));
        Caller other = judges.stream()
                .filter(each -> !panel.contains(each.id()))
                .findFirst()
                .orElseThrow();
        expectProblem(other.post(entry + "/recusal", "{\"reason\":\"x\"}"), 404, "not-found");
        body(leaving.put(entry + "/score-sheet", ContestStage.scores("1", "1")), 200);
        body(leaving.post(entry + "/score-sheet/submit"), 200);
        leaving.post(entry + "/recusal", "{\"reason\":\"认识作者\"}").expectStatus().isNoContent();
        leaving.get(entry + "/score-sheet").expectStatus().isNotFound();
        leaving.get(entry + "/material").expectStatus().isNotFound();

        String back = "{\"judgeId\":\"%s\",\"reason\":\"补评委\"}";
        expectProblem(officer.post(entry + "/judges", back.formatted(leaving.id())), 409, "judge-has-conflict");
        expectProblem(officer.post(entry + "/judges", back.formatted(panel.get(1))), 409, "judges-already");
        officer.post(entry + "/judges", back.formatted(other.id()))
                .expectStatus()
                .isNoContent();
        for (Caller each : List.of(other, judge(panel.get(1)))) {
            body(each.put(entry + "/score-sheet", ContestStage.scores("50", "10")), 200);
            body(each.post(entry + "/score-sheet/submit"), 200);
        }
        body(officer.post(path + "/publish"), 200);
        JsonNode ranking = body(officer.get(path + "/ranking"), 200);
        assertThat(ranking.at("/items/0/score").asString()).isEqualTo("70.00");
        assertThat(ranking.at("/items/0/sheets").asInt()).isEqualTo(2);
        assertThat(body(officer.get(path + "/replay"), 200).get("problems")).isEmpty();
    }

    @Test
    void offersJudgesWhoHaveSignedInWithinReach() {
        Caller inside = Caller.of(client, "451081", Role.JUDGE);
        Caller above = Caller.of(client, "45", Role.JUDGE);
        Caller beside = Caller.of(client, "4511", Role.JUDGE);
        Caller villager = Caller.of(client, "451081", Role.VILLAGER);
        for (Caller each : List.of(inside, above, beside, villager)) {
            body(each.get("/me"), 200);
            body(each.get("/me"), 200);
        }
        List<String> offered = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = body(officer.get("/people?role=JUDGE&limit=100" + next), 200);
            page.get("items").forEach(each -> offered.add(each.get("id").asString()));
            next = page.has("next") ? "&after=" + page.get("next").asString() : null;
        } while (next != null);

        assertThat(offered).contains(inside.id(), above.id()).doesNotContain(beside.id(), villager.id());
        inside.get("/people").expectStatus().isForbidden();
    }

    /** As if a seated judge had never signed in, which older contests know. */
    private void forget(Caller judge) {
        Query record = Query.query(Criteria.where("_id").is(judge.id()));
        assertThat(mongo.remove(record, "people").block().getDeletedCount()).isEqualTo(1);
    }

    private Caller judge(String id) {
        return judges.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    private void seat(String... regions) {
        for (String region : regions) {
            Caller judge = Caller.of(client, region, Role.JUDGE);
            body(judge.get("/me"), 200);
            judges.add(judge);
        }
        seatAll();
    }

    private void seatAll() {
        List<String> all = judges.stream()
                .map(judge -> "{\"id\":\"%s\",\"name\":\"评委\"}".formatted(judge.id()))
                .toList();
        String version = body(officer.get(path), 200).get("version").asString();
        String json = "{\"judges\":" + all + "}";
        body(officer.send(HttpMethod.PUT, path + "/judges", json, "If-Match", "\"" + version + "\""), 200);
    }

    private void enter(String... regions) {
        for (String region : regions) {
            Caller lecturer = Caller.of(client, region, Role.LECTURER);
            String asset = media.add(lecturer.id(), MediaKind.VIDEO, MediaState.READY);
            entries.add(body(lecturer.post(path + "/entries", ContestStage.entry("作品", asset)), 201)
                    .get("id")
                    .asString());
        }
    }

    private JsonNode assign() {
        if (body(officer.get(path), 200).get("state").asString().equals("OPEN")) {
            clock.advance(Duration.ofHours(2));
            body(officer.post(path + "/screen"), 200);
        }
        return body(officer.post(path + "/assignment"), 200);
    }
}
