package org.lecturehalls.competitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestMedia;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** The award to outstanding lecturers, from what they have done to the published result. */
@PlatformTest
@Import(TestMedia.class)
class DossierApiTest {

    private static final String COUNTY = "451022";
    private static final String NAME = "黄玉莲";
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestMedia media;

    @Autowired
    private TestClock clock;

    private ContestStage stage;
    private Caller lecturer;
    private String lecturerId;
    private String hall;

    @BeforeEach
    void set() {
        stage = new ContestStage(client, media, clock);
        lecturer = Caller.of(client, COUNTY, Role.LECTURER);
        lecturerId = lecturer(lecturer, NAME);
        hall = id(stage.officer.post("/halls", """
                {"number":"H-%s","name":"利周讲习所","type":"HALL","state":"OPEN","region":"%s","address":"",
                 "latitude":24.3,"longitude":106.2,"capacity":80}""".formatted(number(), COUNTY)));
    }

    @Test
    void judgesWhatWasCountedUntilJudgingStartedAndSaysNotWhoseItIs() {
        holdOneThatWasAskedFor();
        String entry = entered("{\"from\":\"%s\",\"until\":\"%s\",\"minSessions\":1}");
        String dossier = entry + "/dossier";
        JsonNode figures = body(lecturer.get(dossier), 200);
        assertThat(figures(figures)).isEqualTo("1 1 2 2 4.50 1");
        assertThat(figures.has("frozenAt")).isFalse();
        assertThat(body(lecturer.get(entry + "/eligibility"), 200).get("missing"))
                .isEmpty();
        note(dossier, "汛期坚持送学上门").expectStatus().isNoContent();
        expectProblem(note(dossier, NAME + "获市级表彰"), 422, "invalid-input");
        lecturer.post(dossier + "/notes", "{\"text\":\"自评\"}").expectStatus().isForbidden();
        Caller judge = stage.judges.get(0);
        judge.get(dossier).expectStatus().isNotFound();

        stage.judging();
        hold("之后的一场", null);
        JsonNode frozen = body(judge.get(dossier), 200);
        assertThat(figures(frozen)).isEqualTo("1 1 2 2 4.50 1");
        assertThat(frozen.has("frozenAt")).isTrue();
        assertThat(frozen.at("/notes/0/text").asString()).isEqualTo("汛期坚持送学上门");
        JsonNode blind = body(judge.get(stage.path + "/entries"), 200).get("items");
        assertThat(blind).hasSize(1);
        assertThat(blind.toString()).doesNotContain(NAME).doesNotContain(COUNTY).contains("1 号");
        assertThat(frozen.toString()).doesNotContain(NAME).doesNotContain("利周").doesNotContain(COUNTY);
        Caller.of(client, "4510", Role.JUDGE).get(dossier).expectStatus().isNotFound();

        stage.score(judge, stage.entries.get(0), "50", "15");
        body(stage.officer.post(stage.path + "/publish"), 200);
        assertThat(body(Caller.visitor(client).get(stage.path + "/ranking"), 200)
                        .at("/items/0/entrant")
                        .asString())
                .isEqualTo(NAME);
        assertThat(log())
                .contains("\"dossiers-frozen\"")
                .contains("\"attendances\":2")
                .contains("\"dossier-noted\"");
        assertThat(body(stage.officer.get(stage.path + "/replay"), 200)
                        .get("sound")
                        .asBoolean())
                .isTrue();
        expectProblem(note(dossier, "迟到的附注"), 409, "wrong-contest-state");
        expectProblem(stage.officer.post(stage.path + "/courses"), 409, "contest-without-media");
    }

    @Test
    void saysWhatALecturerLacksAndRefusesWhoIsNone() {
        String entry = entered("{\"from\":\"%s\",\"until\":\"%s\",\"minSessions\":3,\"named\":true}");
        JsonNode missing = body(lecturer.get(entry + "/eligibility"), 200).get("missing");
        assertThat(missing.at("/0/code").asString()).isEqualTo("too-few-sessions");
        String again = "{\"title\":\"再报一次\"}";
        expectProblem(lecturer.post(stage.path + "/entries", again), 409, "already-entered");
        Caller stranger = Caller.of(client, COUNTY, Role.LECTURER);
        expectProblem(stranger.post(stage.path + "/entries", again), 409, "not-a-lecturer");
        stranger.get(entry + "/dossier").expectStatus().isNotFound();

        stage.judging();
        assertThat(body(stage.judges.get(0).get(stage.path + "/entries"), 200)
                        .at("/items/0/entrant")
                        .asString())
                .isEqualTo(NAME);
    }

    @Test
    void needsAPeriodForLecturersAndForNobodyElse() {
        String plan = ContestStage.plan(clock, "{\"method\":\"MEAN\"}");
        String award = plan.replace("LECTURE_VIDEO", "OUTSTANDING_LECTURER");
        expectProblem(stage.officer.post("/contests", award), 422, "invalid-input");
        String period = ",\"dossier\":{\"from\":\"2026-01-01\",\"until\":\"%s\"}}";
        String good = period.formatted("2026-12-31");
        expectProblem(stage.officer.post("/contests", plan.replaceFirst("\\}$", good)), 422, "invalid-input");
        String early = period.formatted("2025-12-31");
        expectProblem(stage.officer.post("/contests", award.replaceFirst("\\}$", early)), 422, "invalid-input");
        body(stage.officer.post("/contests", award.replaceFirst("\\}$", good)), 201);
        expectProblem(
                lecturer.post(new ContestStage(client, media, clock).drafted().opened(0).path + "/entries", """
                        {"title":"没有视频"}"""),
                422,
                "invalid-input");
    }

    private String entered(String dossier) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), CITY);
        String rule = ",\"dossier\":" + dossier.formatted(today.minusMonths(6), today.plusMonths(6)) + "}";
        String plan = ContestStage.plan(clock, "{\"method\":\"MEAN\"}")
                .replace("LECTURE_VIDEO", "OUTSTANDING_LECTURER")
                .replaceFirst("\\}$", rule);
        stage.path = "/contests/" + id(stage.officer.post("/contests", plan));
        stage.opened(1);
        stage.entries.add(id(lecturer.post(stage.path + "/entries", "{\"title\":\"" + NAME + "申报\"}")));
        return stage.path + "/entries/" + stage.entries.get(0);
    }

    private void holdOneThatWasAskedFor() {
        JsonNode asked = body(Caller.of(client, COUNTY, Role.VILLAGER).post("/requests", """
                        {"topic":"芒果怎么疏花","subject":"farming-skills","hallId":"%s"}""".formatted(hall)), 201);
        hold("芒果怎么疏花", asked);
    }

    /** Two villagers come and say what they think of it. */
    private void hold(String title, JsonNode asked) {
        Instant start = clock.instant().plus(Duration.ofDays(1));
        String session = """
                {"title":"%s","hallId":"%s","lecturerIds":["%s"],"subject":"farming-skills","format":"LECTURE",
                 "audience":"VILLAGERS","expectedAudience":60,"startsAt":"%s","endsAt":"%s"}""".formatted(title, hall, lecturerId, start, start.plus(Duration.ofMinutes(90)));
        String id;
        if (asked == null) {
            id = id(lecturer.post("/sessions", session));
        } else {
            id = asked.get("id").asString() + "-session";
            String version = "\"" + asked.get("version").asLong() + "\"";
            String path = "/requests/" + asked.get("id").asString() + "/assign";
            body(stage.officer.send(HttpMethod.POST, path, session, "If-Match", version), 200);
        }
        clock.advance(Duration.ofDays(1));
        String code = body(lecturer.get("/sessions/" + id + "/check-in-code"), 200)
                .get("digits")
                .asString();
        for (int stars = 4; stars <= 5; stars++) {
            Caller villager = Caller.of(client, COUNTY, Role.VILLAGER);
            String checkIn = "{\"sessionId\":\"%s\",\"code\":\"%s\"}".formatted(id, code);
            villager.post("/check-ins", checkIn).expectStatus().isOk();
            villager.put("/sessions/" + id + "/rating", "{\"stars\":" + stars + "}")
                    .expectStatus()
                    .isNoContent();
        }
    }

    private String lecturer(Caller user, String name) {
        return id(stage.officer.post("/lecturers", """
                {"number":"L-%s","name":"%s","region":"%s","categories":["FOLK_ARTIST"],"userId":"%s"}""".formatted(number(), name, COUNTY, user.id())));
    }

    private WebTestClient.ResponseSpec note(String dossier, String text) {
        return stage.officer.post(dossier + "/notes", "{\"text\":\"" + text + "\"}");
    }

    private String log() {
        byte[] log = stage.officer
                .get(stage.path + "/log")
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(log, StandardCharsets.UTF_8);
    }

    private static String figures(JsonNode dossier) {
        return "%d %d %d %d %s %d"
                .formatted(
                        dossier.get("sessions").asInt(),
                        dossier.get("halls").asInt(),
                        dossier.get("attendances").asInt(),
                        dossier.get("ratings").asInt(),
                        dossier.get("stars").asString(),
                        dossier.get("requests").asInt());
    }

    private static String id(WebTestClient.ResponseSpec made) {
        return body(made, 201).get("id").asString();
    }

    private static String number() {
        return Ids.next().substring(10);
    }
}
