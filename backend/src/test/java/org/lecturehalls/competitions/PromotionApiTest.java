package org.lecturehalls.competitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehalls.identity.Role;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestMedia;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

@PlatformTest
@Import(TestMedia.class)
class PromotionApiTest {

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestMedia media;

    @Autowired
    private TestClock clock;

    private ContestStage round;
    private Caller city;
    private String cityPath;

    @BeforeEach
    void set() {
        round = new ContestStage(client, media, clock)
                .drafted("{\"method\":\"MEAN\"}")
                .opened(1)
                .entered(4)
                .judging();
        String[] scores = {"50", "40", "40", "10"};
        for (int i = 0; i < scores.length; i++) {
            round.score(round.judges.get(0), round.entries.get(i), scores[i], "0");
        }
        city = Caller.of(client, "4510", Role.PUBLICITY);
        cityPath = "/contests/"
                + body(city.post("/contests", ContestStage.plan(clock, "{\"method\":\"MEAN\"}")), 201)
                        .get("id")
                        .asString();
        body(city.post(cityPath + "/open"), 200);
    }

    @ParameterizedTest
    @CsvSource({"quota,1,1", "quota,2,3", "percent,50,3", "percent,1,1", "minimum,40,3", "minimum,40.01,1"})
    void takesTheBestWithAllWhoShareTheRankAtTheLine(String way, String value, int taken) {
        body(round.officer.post(round.path + "/publish"), 200);

        assertThat(body(promote(way, value), 200).get("entries").asInt()).isEqualTo(taken);
        assertThat(body(city.get(cityPath + "/entries"), 200).get("items")).hasSize(taken);
        expectProblem(promote(way, value), 409, "already-promoted");
        assertThat(body(round.lecturers.get(0).get(cityPath + "/entries"), 200).get("items"))
                .hasSize(1);
    }

    @Test
    void signsAndLogsWhatWasTakenWhateverBecomesOfTheRound() {
        expectProblem(promote("quota", "1"), 409, "wrong-contest-state");
        body(round.officer.post(round.path + "/publish"), 200);
        expectProblem(
                city.post(cityPath + "/promotions", "{\"fromContestId\":\"" + id() + "\"}"), 422, "invalid-input");
        body(promote("quota", "1"), 200);
        String log = log();
        body(round.officer.post(round.path + "/revert", "{\"reason\":\"复核\"}"), 200);

        assertThat(log()).isEqualTo(log);
        assertThat(log)
                .contains("\"kind\":\"promoted\"")
                .contains("\"signature\":\"")
                .contains("\"score\":\"50.00\"");
        assertThat(body(city.get(cityPath + "/entries"), 200).get("items")).hasSize(1);
    }

    @Test
    void isForOfficersOfBothContests() {
        body(round.officer.post(round.path + "/publish"), 200);
        String rule = "{\"fromContestId\":\"" + id() + "\",\"quota\":1}";
        round.officer.post(cityPath + "/promotions", rule).expectStatus().isForbidden();
        Caller.of(client, "4511", Role.PUBLICITY)
                .post(cityPath + "/promotions", rule)
                .expectStatus()
                .isForbidden();
        round.lecturers
                .get(0)
                .post(cityPath + "/promotions", rule)
                .expectStatus()
                .isForbidden();
    }

    private String id() {
        return round.path.substring("/contests/".length());
    }

    private WebTestClient.ResponseSpec promote(String way, String value) {
        return city.post(cityPath + "/promotions", "{\"fromContestId\":\"%s\",\"%s\":%s}".formatted(id(), way, value));
    }

    private String log() {
        byte[] lines = city.get(cityPath + "/log").expectBody().returnResult().getResponseBody();
        return new String(lines, StandardCharsets.UTF_8);
    }
}
