package org.lecturehalls.competitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.competitions.ContestStage.scores;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lecturehalls.identity.Role;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestMedia;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(TestMedia.class)
class SheetApiTest {

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestMedia media;

    @Autowired
    private TestClock clock;

    private ContestStage stage;
    private Caller judge;
    private String entry;
    private String sheet;

    @BeforeEach
    void set() {
        stage = new ContestStage(client, media, clock)
                .drafted()
                .opened(2)
                .entered(2)
                .judging();
        judge = stage.judges.get(0);
        entry = stage.entries.get(0);
        sheet = stage.sheet(entry);
    }

    @Test
    void isReadBackAsItWasTyped() {
        JsonNode blank = body(judge.get(sheet), 200);
        assertThat(blank.get("state").asString()).isEqualTo("DRAFT");
        assertThat(blank.get("scores")).isEmpty();
        assertThat(blank.has("savedAt")).isFalse();

        String typed = "{\"scores\":{\"content\":\"8.50\"},\"comment\":\"讲得清楚 \"}";
        JsonNode saved = body(judge.put(sheet, typed), 200);
        assertThat(saved.get("savedAt").asString()).endsWith("Z");
        assertThat(body(judge.get(sheet), 200)).isEqualTo(saved);
        assertThat(saved.at("/scores/content").asString()).isEqualTo("8.50");
        assertThat(saved.get("comment").asString()).isEqualTo("讲得清楚 ");

        JsonNode other = body(judge.put(sheet, scores("8.5", "20")), 200);
        assertThat(other.at("/scores/content").asString()).isEqualTo("8.5");
        assertThat(other.has("comment")).isFalse();
    }

    @Test
    void isSubmittedCompleteAndOnce() {
        body(judge.put(sheet, "{\"scores\":{\"content\":\"8.5\"}}"), 200);
        judge.post(sheet + "/submit")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("sheet-incomplete")
                .jsonPath("$.errors[0].field")
                .isEqualTo("scores.voice");
        body(judge.put(sheet, scores("8.5", "3")), 200);
        JsonNode submitted = body(judge.post(sheet + "/submit"), 200);
        assertThat(submitted.get("state").asString()).isEqualTo("SUBMITTED");

        assertThat(body(judge.post(sheet + "/submit"), 200)).isEqualTo(submitted);
        expectProblem(judge.put(sheet, scores("9", "3")), 409, "sheet-submitted");
        assertThat(body(judge.get(sheet), 200)).isEqualTo(submitted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60.5|1|content|score-above-maximum",
                "-1|1|content|not-a-score",
                "1.3|1|content|score-off-step",
                "abc|1|content|not-a-score",
                "1e1|1|content|not-a-score",
                "1|20.1|voice|score-above-maximum",
                "1|0.1|voice|score-off-step",
            })
    void takesOnlyScoresOnTheScale(String content, String voice, String criterion, String code) {
        judge.put(sheet, scores(content, voice))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("scores." + criterion)
                .jsonPath("$.errors[0].code")
                .isEqualTo(code);
        assertThat(body(judge.get(sheet), 200).get("scores")).isEmpty();
    }

    @Test
    void takesNoScoresForWhatIsNotInTheRubric() {
        judge.put(sheet, "{\"scores\":{\"looks\":\"5\"}}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("unknown-criterion");
        expectProblem(judge.put(sheet, "{\"scores\":{\"content\":null}}"), 422, "invalid-input");
        expectProblem(judge.put(sheet, "{}"), 422, "invalid-input");
    }

    @Test
    void showsJudgesNeitherNamesNorOthersScores() {
        stage.score(stage.judges.get(1), entry, "60", "20");

        JsonNode entries = body(judge.get(stage.path + "/entries"), 200).get("items");
        assertThat(entries).hasSize(2);
        assertThat(entries.valueStream().map(item -> item.get("number").asInt()))
                .containsExactly(1, 2);
        entries.forEach(item ->
                assertThat(item.propertyNames()).containsExactlyInAnyOrder("id", "contestId", "title", "number"));
        assertThat(body(judge.get(sheet), 200).get("scores")).isEmpty();
        assertThat(body(judge.get(stage.path + "/entries/" + entry + "/material"), 200)
                        .get("master")
                        .asString())
                .endsWith("/JUDGE");
        assertThat(body(judge.get(stage.path), 200).has("judgeIds")).isFalse();
    }

    @Test
    void showsOfficersTheWholeMaterial() {
        String material = stage.path + "/entries/" + entry + "/material";
        assertThat(body(stage.officer.get(material), 200).get("master").asString())
                .endsWith("/OWNER");
        stage.officer
                .get(stage.path + "/entries/no-such/material")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void keepsJudgesWhoAreOfficersBlind() {
        ContestStage other =
                new ContestStage(client, media, clock).drafted().opened(0).entered(1);
        Caller both = Caller.of(client, "4510", Role.JUDGE, Role.PUBLICITY);
        assertThat(body(both.get(other.path), 200).has("judgeIds")).isTrue();
        body(both.get("/me"), 200);
        body(other.seat(List.of(both)), 200);
        other.judging();

        assertThat(body(both.get(other.path + "/entries"), 200).at("/items/0").has("entrant"))
                .isFalse();
        both.get(other.path + "/ranking").expectStatus().isNotFound();
        assertThat(body(both.get(other.path + "/entries/" + other.entries.get(0) + "/material"), 200)
                        .get("master")
                        .asString())
                .endsWith("/JUDGE");
        expectProblem(both.post(other.path + "/publish"), 403, "not-allowed");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void isForItsJudgeOnly(Role role) {
        Caller stranger = Caller.of(client, "4510", role);
        int refused = role == Role.JUDGE ? 404 : 403;
        Stream.of(sheet, stage.path + "/entries/no-such/score-sheet", "/contests/x/entries/" + entry + "/score-sheet")
                .forEach(path -> {
                    stranger.get(path).expectStatus().isEqualTo(refused);
                    stranger.put(path, scores("1", "1")).expectStatus().isEqualTo(refused);
                    stranger.post(path + "/submit").expectStatus().isEqualTo(refused);
                });
        Caller.visitor(client).get(sheet).expectStatus().isUnauthorized();
    }

    @Test
    void isNotThereBeforeJudgingStarts() {
        ContestStage open =
                new ContestStage(client, media, clock).drafted().opened(1).entered(1);
        Caller seated = open.judges.get(0);
        String early = open.sheet(open.entries.get(0));

        expectProblem(seated.get(early), 404, "not-found");
        expectProblem(seated.put(early, scores("1", "1")), 404, "not-found");
        assertThat(body(seated.get(open.path + "/entries"), 200).get("items")).isEmpty();
        seated.get(open.path + "/entries/" + open.entries.get(0) + "/material")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void noLongerChangesOnceTheRankingIsPublished() {
        stage.score(judge, stage.entries.get(0), "10", "5");
        stage.score(judge, stage.entries.get(1), "10", "6");
        Caller late = stage.judges.get(1);
        body(late.put(sheet, scores("60", "20")), 200);
        body(stage.officer.post(stage.path + "/publish"), 200);
        JsonNode ranking = body(Caller.visitor(client).get(stage.path + "/ranking"), 200);

        expectProblem(late.put(sheet, scores("1", "1")), 409, "judging-closed");
        expectProblem(late.post(sheet + "/submit"), 409, "judging-closed");
        assertThat(body(late.get(sheet), 200).at("/scores/content").asString()).isEqualTo("60");
        assertThat(body(Caller.visitor(client).get(stage.path + "/ranking"), 200))
                .isEqualTo(ranking);
        assertThat(ranking.at("/items/0/score").asString()).isEqualTo("22.00");
    }

    @Test
    void countsForTheOfficerAsItIsSubmitted() {
        body(judge.put(sheet, scores("60", "20")), 200);
        JsonNode before = body(stage.officer.get(stage.path + "/ranking"), 200);
        assertThat(before.get("items")).isEmpty();
        assertThat(before.get("unranked")).hasSize(2);

        body(judge.post(sheet + "/submit"), 200);
        JsonNode after = body(stage.officer.get(stage.path + "/ranking"), 200);
        assertThat(after.at("/items/0/score").asString()).isEqualTo("100.00");
        assertThat(after.at("/unranked/0/sheets").asInt()).isZero();
    }
}
