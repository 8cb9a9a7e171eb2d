package org.lecturehalls.competitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.Caller.body;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestMedia;
import org.lecturehalls.support.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(TestMedia.class)
class PanelApiTest {

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
        String plan = ContestStage.plan(clock, "{\"method\":\"MEAN\"}")
                .replaceFirst(
                        "\\}$", ",\"awards\":[{\"tier\":\"一等奖\",\"count\":1},{\"tier\":\"二等奖\",\"percent\":50}]}");
        stage.path = "/contests/"
                + body(stage.officer.post("/contests", plan), 201).get("id").asString();
        stage.opened(2).entered(4).judging();
    }

    @Test
    void bringsInPaperSheetsAllOrNone() {
        String judge = stage.judges.get(0).id();
        String head = "编号,评委,内容,表达,评语\n";
        String wrong = head + "1," + judge + ",60,20,好\n9," + judge + ",1,1,\n2,谁,61,,\n1," + judge + ",1,1,\n";
        paper(wrong, false)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields.toString())
                        .isEqualTo("[\"rows[3].number\",\"rows[4].judge\",\"rows[4].content\",\"rows[4].voice\","
                                + "\"rows[5].judge\"]"));
        String right = head + "1," + judge + ",60,20,好\n2," + judge + ",30,10,\n";
        assertThat(body(paper(right, true), 200).get("submitted").asBoolean()).isFalse();
        assertThat(submitted(judge)).isZero();
        assertThat(body(paper(right, false), 200).get("sheets").asInt()).isEqualTo(2);
        assertThat(submitted(judge)).isEqualTo(2);
        paper(right, false).expectStatus().isEqualTo(422);
        paper("编号,评委\n", false).expectStatus().isEqualTo(422);
    }

    @Test
    void showsEveryMethodAndHowSureTheRankingIs() {
        int[][] scores = {{50, 40}, {45, 41}, {30, 60}, {10, 5}};
        for (int entry = 0; entry < 4; entry++) {
            for (int judge = 0; judge < 2; judge++) {
                stage.score(
                        stage.judges.get(judge), stage.entries.get(entry), String.valueOf(scores[entry][judge]), "10");
            }
        }
        JsonNode methods = body(stage.officer.get(stage.path + "/ranking/methods"), 200);
        assertThat(methods.get("official").asString()).isEqualTo("MEAN");
        assertThat(methods.get("entries")).hasSize(4);
        assertThat(methods.at("/entries/0/byMethod").propertyNames())
                .containsExactlyInAnyOrder(
                        "MEAN", "TRIMMED_MEAN", "MEDIAN", "JUDGE_ADJUSTED", "BORDA", "BRADLEY_TERRY");
        assertThat(methods.get("ties")).isNotEmpty();
        JsonNode report = body(stage.officer.get(stage.path + "/panel-report"), 200);
        assertThat(report.at("/interval/alpha").asString()).contains(".");
        assertThat(report.get("judges")).hasSize(2);
        assertThat(report.get("ranks")).hasSize(4);
        stage.judges.get(0).get(stage.path + "/panel-report").expectStatus().isForbidden();
        Caller.of(client, "451023", Role.PUBLICITY)
                .get(stage.path + "/ranking/methods")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void tellsEntrantsTheirScoresAndCommentsAfterPublication() {
        Caller lead = stage.lecturers.get(0);
        String feedback = stage.path + "/entries/" + stage.entries.get(0) + "/feedback";
        Caller judge = stage.judges.get(0);
        stage.entries.forEach(entry -> {
            body(
                    judge.put(
                            stage.sheet(entry),
                            "{\"scores\":{\"content\":\"20\",\"voice\":\"10\"},\"comment\":\"内部\",\"authorComment\":\"再短一些\"}"),
                    200);
            body(judge.post(stage.sheet(entry) + "/submit"), 200);
        });
        lead.get(feedback).expectStatus().isNotFound();
        body(stage.officer.post(stage.path + "/publish"), 200);
        JsonNode read = body(lead.get(feedback), 200);
        assertThat(read.at("/sheets/0/comment").asString()).isEqualTo("再短一些");
        assertThat(read.at("/sheets/0/scores/content").asString()).isEqualTo("20");
        assertThat(read.at("/rank").asInt()).isEqualTo(1);
        assertThat(read.at("/ranked").asInt()).isEqualTo(stage.entries.size());
        assertThat(read.at("/score").asString()).isEqualTo("40.00");
        assertThat(read.toString()).doesNotContain("内部").doesNotContain(judge.id());
        stage.lecturers.get(1).get(feedback).expectStatus().isNotFound();
    }

    private long submitted(String judge) {
        return stage.entries.stream()
                .filter(entry -> body(stage.judges.get(0).get(stage.sheet(entry)), 200)
                        .get("state")
                        .asString()
                        .equals("SUBMITTED"))
                .count();
    }

    private WebTestClient.ResponseSpec paper(String csv, boolean dryRun) {
        return client.post()
                .uri("/api/v1" + stage.path + "/paper-scores?dryRun=" + dryRun)
                .headers(TestTokens.as(Role.PUBLICITY, "451022", stage.officer.id()))
                .contentType(MediaType.parseMediaType("text/csv"))
                .bodyValue(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .exchange();
    }
}
