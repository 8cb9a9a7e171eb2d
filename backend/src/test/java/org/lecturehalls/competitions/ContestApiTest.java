package org.lecturehalls.competitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.competitions.ContestStage.entry;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestMedia;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(TestMedia.class)
class ContestApiTest {

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestMedia media;

    @Autowired
    private TestClock clock;

    private ContestStage stage;

    @BeforeEach
    void set() {
        stage = new ContestStage(client, media, clock);
    }

    @Test
    void goesFromDraftToThePublishedRanking() {
        stage.drafted().opened(3).entered(3).judging();
        score("50", "10", "40", "10", "30", "12.25");
        score("60", "20", "40", "10", "30", "12.25");
        score("55.5", "15", "41", "10.25", "30", "12.25");

        JsonNode contest = body(stage.officer.post(stage.path + "/publish"), 200);
        assertThat(contest.get("state").asString()).isEqualTo("PUBLISHED");

        JsonNode ranking = body(Caller.visitor(client).get(stage.path + "/ranking"), 200);
        assertThat(ranking.get("method").asString()).isEqualTo("TRIMMED_MEAN");
        assertThat(ranking.get("drop").asInt()).isEqualTo(1);
        assertThat(ranking.get("maxScore").asInt()).isEqualTo(100);
        assertThat(ranking.get("items").valueStream().map(ContestApiTest::line))
                .containsExactly("1 作品0 85.50", "2 作品1 60.00", "3 作品2 54.50");
        assertThat(ranking.at("/items/0/entrant").asString())
                .isEqualTo("Name of " + stage.lecturers.get(0).id());
        assertThat(ranking.at("/items/0/sheets").asInt()).isEqualTo(3);
        assertThat(ranking.get("unranked")).isEmpty();
    }

    @Test
    void sharesRanks() {
        stage.drafted("{\"method\":\"MEAN\",\"scale\":1}").opened(1).entered(4).judging();
        Caller judge = stage.judges.get(0);
        stage.score(judge, stage.entries.get(0), "10", "10");
        stage.score(judge, stage.entries.get(1), "20", "10");
        stage.score(judge, stage.entries.get(2), "10", "15");
        stage.score(judge, stage.entries.get(3), "0", "0");
        body(stage.officer.post(stage.path + "/publish"), 200);

        JsonNode items =
                body(Caller.visitor(client).get(stage.path + "/ranking"), 200).get("items");
        assertThat(items.valueStream().map(item -> item.get("rank").asInt())).containsExactly(1, 1, 3, 4);
        assertThat(items.valueStream().map(item -> item.get("score").asString()))
                .containsExactly("40.0", "40.0", "30.0", "0.0");
    }

    @Test
    void saysWhenTooFewJudgesRemainedToDropAny() {
        stage.drafted().opened(2).entered(1).judging();
        stage.judges.forEach(judge -> stage.score(judge, stage.entries.get(0), "10", "10"));
        body(stage.officer.post(stage.path + "/publish"), 200);

        JsonNode ranking = body(Caller.visitor(client).get(stage.path + "/ranking"), 200);
        assertThat(ranking.at("/items/0/note").asString()).isEqualTo("not-trimmed");
    }

    @Test
    void keepsTheTimesOfTheServer() {
        String later = ContestStage.plan(clock, "{\"method\":\"MEAN\"}");
        clock.advance(Duration.ofHours(-2));
        JsonNode contest = body(stage.officer.post("/contests", later), 201);
        stage.path = "/contests/" + contest.get("id").asString();
        stage.opened(1);
        Caller lecturer = Caller.of(client, "451022", Role.LECTURER);
        String asset = media.add(lecturer.id(), MediaKind.VIDEO, MediaState.READY);

        expectProblem(lecturer.post(stage.path + "/entries", entry("a", asset)), 409, "contest-not-open-yet");
        clock.advance(Duration.ofHours(2));
        body(lecturer.post(stage.path + "/entries", entry("a", asset)), 201);
        expectProblem(stage.officer.post(stage.path + "/start-judging"), 409, "contest-still-open");
        clock.advance(Duration.ofHours(1));
        String late = media.add(lecturer.id(), MediaKind.VIDEO, MediaState.READY);
        expectProblem(lecturer.post(stage.path + "/entries", entry("b", late)), 409, "contest-closed");
        body(stage.officer.post(stage.path + "/start-judging"), 200);

        stage.drafted();
        clock.advance(Duration.ofHours(2));
        expectProblem(stage.officer.post(stage.path + "/open"), 409, "contest-closed");
    }

    @Test
    void takesStepsInTheirOrderOnly() {
        stage.drafted();
        expectProblem(stage.officer.post(stage.path + "/start-judging"), 409, "wrong-contest-state");
        expectProblem(stage.officer.post(stage.path + "/publish"), 409, "wrong-contest-state");
        stage.opened(1);
        expectProblem(stage.officer.post(stage.path + "/open"), 409, "wrong-contest-state");
        expectProblem(stage.officer.post(stage.path + "/publish"), 409, "wrong-contest-state");
        stage.entered(1).judging();
        expectProblem(stage.officer.post(stage.path + "/open"), 409, "wrong-contest-state");
        expectProblem(stage.seat(List.of()), 409, "wrong-contest-state");
        expectProblem(edit(), 409, "wrong-contest-state");
        expectProblem(stage.officer.post(stage.path + "/publish"), 409, "entries-without-sheets");
        stage.score(stage.judges.get(0), stage.entries.get(0), "1", "1");
        body(stage.officer.post(stage.path + "/publish"), 200);
        expectProblem(stage.officer.post(stage.path + "/open"), 409, "wrong-contest-state");
        expectProblem(stage.officer.post(stage.path + "/start-judging"), 409, "wrong-contest-state");
        expectProblem(stage.seat(List.of()), 409, "wrong-contest-state");
    }

    @Test
    void repeatsOfAStepChangeNothing() {
        stage.drafted().opened(1).entered(1).judging();
        String version = body(stage.officer.get(stage.path), 200).get("version").asString();
        assertThat(body(stage.officer.post(stage.path + "/start-judging"), 200)
                        .get("version")
                        .asString())
                .isEqualTo(version);
        stage.score(stage.judges.get(0), stage.entries.get(0), "1", "1");
        JsonNode published = body(stage.officer.post(stage.path + "/publish"), 200);
        assertThat(body(stage.officer.post(stage.path + "/publish"), 200)).isEqualTo(published);
    }

    @Test
    void waitsForJudgesEntriesAndMedia() {
        stage.drafted().opened(0);
        Caller lecturer = Caller.of(client, "451022", Role.LECTURER);
        String slow = media.add(lecturer.id(), MediaKind.VIDEO, MediaState.PROCESSING);
        JsonNode entry = body(lecturer.post(stage.path + "/entries", entry("a", slow)), 201);
        clock.advance(Duration.ofHours(2));
        expectProblem(stage.officer.post(stage.path + "/start-judging"), 409, "no-judges");
        body(stage.seat(List.of(stage.judge())), 200);
        stage.officer
                .post(stage.path + "/start-judging")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("media-not-ready")
                .jsonPath("$.errors[0].field")
                .isEqualTo("entries." + entry.get("id").asString());
        media.become(slow, MediaState.READY);
        body(stage.officer.post(stage.path + "/start-judging"), 200);

        stage.drafted().opened(1);
        clock.advance(Duration.ofHours(2));
        expectProblem(stage.officer.post(stage.path + "/start-judging"), 409, "no-entries");
    }

    @Test
    void changesADraftOnly() {
        stage.drafted();
        assertThat(body(edit(), 200).get("ranking").get("method").asString()).isEqualTo("MEAN");
        expectProblem(
                stage.officer.send(
                        HttpMethod.PUT,
                        stage.path,
                        ContestStage.plan(clock, "{\"method\":\"MEAN\"}"),
                        "If-Match",
                        "\"0\""),
                412,
                "stale-version");
        expectProblem(
                stage.officer.put(stage.path, ContestStage.plan(clock, "{\"method\":\"MEAN\"}")),
                428,
                "version-required");
        stage.opened(0);
        expectProblem(edit(), 409, "wrong-contest-state");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"title\":\"讲习视频大赛\"|\"title\":\" \"|title|not-blank",
                "\"max\":60|\"max\":0|rubric[0].max|positive",
                "\"max\":60|\"max\":1001|rubric[0].max|decimal-max",
                "\"step\":0.5|\"step\":0.7|rubric[0].step|step-not-dividing",
                "\"step\":0.5|\"step\":-1|rubric[0].step|positive",
                "\"weight\":1|\"weight\":0.00001|rubric[0].weight|digits",
                "\"id\":\"voice\"|\"id\":\"content\"|rubric[1].id|repeated",
                "\"id\":\"voice\"|\"id\":\"a.b\"|rubric[1].id|pattern",
                "\"scale\":2|\"scale\":7|ranking.scale|max",
                "\"opensAt\":\"2|\"opensAt\":\"9|closesAt|before-opening",
            })
    void refusesContestsThatDoNotHoldTogether(String from, String to, String field, String code) {
        String plan = ContestStage.plan(clock, "{\"method\":\"TRIMMED_MEAN\",\"drop\":1,\"scale\":2}");
        stage.officer
                .post("/contests", plan.replaceFirst(java.util.regex.Pattern.quote(from), to))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].code")
                .isEqualTo(code);
    }

    @Test
    void readsTheRubricBackAsItWasWritten() {
        JsonNode rubric = body(stage.drafted().officer.get(stage.path), 200).get("rubric");

        assertThat(rubric.at("/1/max").isNumber()).isTrue();
        assertThat(rubric.at("/1/step").decimalValue()).isEqualByComparingTo("0.25");
        assertThat(rubric.at("/0/step").decimalValue()).isEqualByComparingTo("0.5");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void isRunByOfficersOfTheRegionOnly(Role role) {
        boolean officer = role == Role.PUBLICITY || role == Role.ADMIN;
        stage.drafted();
        String plan = ContestStage.plan(clock, "{\"method\":\"MEAN\"}");
        Caller inside = Caller.of(client, "4510", role);
        inside.post("/contests", plan).expectStatus().isEqualTo(officer ? 201 : 403);
        inside.get(stage.path).expectStatus().isEqualTo(officer ? 200 : 404);
        inside.post(stage.path + "/open").expectStatus().isEqualTo(officer ? 200 : 403);

        stage.drafted();
        for (String elsewhere : List.of("451023", "451022001", "46")) {
            Caller outside = Caller.of(client, elsewhere, role);
            outside.get(stage.path).expectStatus().isNotFound();
            for (String step : List.of("open", "start-judging", "publish")) {
                outside.post(stage.path + "/" + step).expectStatus().isEqualTo(officer ? 404 : 403);
            }
            outside.send(HttpMethod.PUT, stage.path, plan, "If-Match", "\"0\"")
                    .expectStatus()
                    .isEqualTo(officer ? 404 : 403);
            outside.send(HttpMethod.PUT, stage.path + "/judges", "{\"judges\":[]}", "If-Match", "\"0\"")
                    .expectStatus()
                    .isEqualTo(officer ? 404 : 403);
        }
        stage.opened(0);
        Caller outside = Caller.of(client, "451023", role);
        outside.post(stage.path + "/start-judging").expectStatus().isForbidden();
        Caller.visitor(client).post(stage.path + "/open").expectStatus().isUnauthorized();
    }

    @Test
    void createsOnceWhenRepeated() {
        String plan = ContestStage.plan(clock, "{\"method\":\"MEAN\"}");
        JsonNode first = body(stage.officer.send(HttpMethod.POST, "/contests", plan, "Idempotency-Key", "k"), 201);
        JsonNode second = body(stage.officer.send(HttpMethod.POST, "/contests", plan, "Idempotency-Key", "k"), 201);

        assertThat(second.get("id")).isEqualTo(first.get("id"));
    }

    private WebTestClient.ResponseSpec edit() {
        String version = body(stage.officer.get(stage.path), 200).get("version").asString();
        String plan = ContestStage.plan(clock, "{\"method\":\"MEAN\"}");
        return stage.officer.send(HttpMethod.PUT, stage.path, plan, "If-Match", "\"" + version + "\"");
    }

    /** Content and voice for each entry, by the next judge who has not judged yet. */
    private void score(String... scores) {
        Caller judge = stage.judges.stream()
                .filter(each -> body(each.get(stage.sheet(stage.entries.get(0))), 200)
                        .get("state")
                        .asString()
                        .equals("DRAFT"))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < stage.entries.size(); i++) {
            stage.score(judge, stage.entries.get(i), scores[2 * i], scores[2 * i + 1]);
        }
    }

    private static String line(JsonNode item) {
        return item.get("rank").asInt() + " " + item.get("title").asString() + " "
                + item.get("score").asString();
    }
}
