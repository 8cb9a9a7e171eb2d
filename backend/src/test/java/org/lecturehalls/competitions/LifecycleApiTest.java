package org.lecturehalls.competitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.time.Duration;
import java.time.Instant;
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
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(TestMedia.class)
class LifecycleApiTest {

    private static final String REASON = "{\"reason\":\"核对材料\"}";

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
    void goesThroughAllStatesAndBackWithAReason() {
        stage.drafted().opened(1).entered(1);
        expectProblem(step("screen"), 409, "contest-still-open");
        clock.advance(Duration.ofHours(2));
        assertThat(state(step("screen"))).isEqualTo("SCREENING");
        expectProblem(stage.officer.post(stage.path + "/revert", "{}"), 422, "invalid-input");
        assertThat(state(revert())).isEqualTo("OPEN");
        expectProblem(revert(), 409, "contest-has-entries");
        assertThat(state(step("screen"))).isEqualTo("SCREENING");
        assertThat(state(step("start-judging"))).isEqualTo("JUDGING");
        assertThat(state(revert())).isEqualTo("SCREENING");
        assertThat(state(step("start-judging"))).isEqualTo("JUDGING");
        expectProblem(step("deliberate"), 409, "entries-without-sheets");
        stage.score(stage.judges.get(0), stage.entries.get(0), "1", "1");
        expectProblem(revert(), 409, "sheets-were-submitted");
        assertThat(state(step("deliberate"))).isEqualTo("DELIBERATION");
        assertThat(state(revert())).isEqualTo("JUDGING");
        assertThat(state(step("deliberate"))).isEqualTo("DELIBERATION");
        Caller visitor = Caller.visitor(client);
        visitor.get(stage.path + "/ranking").expectStatus().isNotFound();
        assertThat(state(step("publish"))).isEqualTo("PUBLISHED");
        assertThat(state(revert())).isEqualTo("DELIBERATION");
        visitor.get(stage.path).expectStatus().isNotFound();
        assertThat(state(step("publish"))).isEqualTo("PUBLISHED");
        assertThat(state(step("archive"))).isEqualTo("ARCHIVED");
        assertThat(body(visitor.get(stage.path + "/ranking"), 200).get("items")).hasSize(1);
        JsonNode replay = body(stage.officer.get(stage.path + "/replay"), 200);
        assertThat(replay.get("sound").asBoolean()).isTrue();
        assertThat(replay.get("rankings")).hasSize(2);
    }

    @Test
    void letsAnUploadThatBeganInTimeFinishWithinTheGrace() {
        String plan = ContestStage.plan(clock, "{\"method\":\"MEAN\"}")
                .replaceFirst("\\}$", ",\"terms\":{\"graceMinutes\":30}}");
        stage.path = "/contests/"
                + body(stage.officer.post("/contests", plan), 201).get("id").asString();
        stage.opened(1);
        Caller lecturer = Caller.of(client, "451022", Role.LECTURER);
        String begunInTime = media.add(lecturer.id(), MediaKind.VIDEO, MediaState.PROCESSING);
        clock.advance(Duration.ofMinutes(70));
        expectProblem(step("screen"), 409, "contest-still-open");
        body(lecturer.post(stage.path + "/entries", ContestStage.entry("a", begunInTime)), 201);

        clock.advance(Duration.ofMinutes(30));
        String second = media.add(lecturer.id(), MediaKind.VIDEO, MediaState.READY);
        expectProblem(lecturer.post(stage.path + "/entries", ContestStage.entry("b", second)), 409, "contest-closed");
        assertThat(state(step("screen"))).isEqualTo("SCREENING");
    }

    @Test
    void refusesAnUploadThatBeganAfterTheClosing() {
        clock.advance(Duration.ofHours(-2));
        String plan = ContestStage.plan(clock, "{\"method\":\"MEAN\"}")
                .replaceFirst("\\}$", ",\"terms\":{\"graceMinutes\":600}}");
        stage.path = "/contests/"
                + body(stage.officer.post("/contests", plan), 201).get("id").asString();
        stage.opened(1);
        clock.reset();
        Caller lecturer = Caller.of(client, "451022", Role.LECTURER);
        String late = media.add(lecturer.id(), MediaKind.VIDEO, MediaState.READY);

        expectProblem(lecturer.post(stage.path + "/entries", ContestStage.entry("a", late)), 409, "contest-closed");
    }

    @Test
    void putsTheClosingOffOnly() {
        stage.drafted().opened(1);
        Instant later = clock.instant().plus(Duration.ofDays(1));
        expectProblem(extend(clock.instant().minusSeconds(5)), 422, "invalid-input");
        assertThat(body(extend(later), 200).get("closesAt").asString())
                .startsWith(later.toString().substring(0, 19));
        clock.advance(Duration.ofHours(2));
        stage.entered(1);
        expectProblem(step("start-judging"), 409, "contest-still-open");
    }

    @Test
    void keepsTheVersionsOfAnEntryUntilTheDeadline() {
        stage.drafted().opened(1).entered(1);
        Caller lead = stage.lecturers.get(0);
        String path = stage.path + "/entries/" + stage.entries.get(0);
        String asset = media.add(lead.id(), MediaKind.VIDEO, MediaState.READY);
        String other = ContestStage.entry("第二稿", asset);
        expectProblem(lead.put(path, other), 428, "version-required");
        JsonNode changed = body(lead.send(HttpMethod.PUT, path, other, "If-Match", "\"1\""), 200);
        assertThat(changed.get("title").asString()).isEqualTo("第二稿");
        assertThat(changed.get("versions").asInt()).isEqualTo(2);
        expectProblem(lead.send(HttpMethod.PUT, path, other, "If-Match", "\"1\""), 412, "stale-version");
        Caller stranger = Caller.of(client, "451022", Role.LECTURER);
        expectProblem(stranger.send(HttpMethod.PUT, path, other, "If-Match", "\"2\""), 404, "not-found");
        clock.advance(Duration.ofHours(2));
        expectProblem(lead.send(HttpMethod.PUT, path, other, "If-Match", "\"2\""), 409, "contest-closed");
    }

    @Test
    void saysWhatAnEntryLacksAndLeavesOutTheExcluded() {
        String terms = ",\"terms\":{\"maxSeconds\":60,\"certifiedOnly\":true,\"categories\":[\"故事\",\"宣讲\"]}}";
        String plan = ContestStage.plan(clock, "{\"method\":\"MEAN\"}").replaceFirst("\\}$", terms);
        stage.path = "/contests/"
                + body(stage.officer.post("/contests", plan), 201).get("id").asString();
        stage.opened(1);
        Caller lead = Caller.of(client, "451022", Role.LECTURER);
        String asset = media.add(lead.id(), MediaKind.VIDEO, MediaState.READY);
        expectProblem(lead.post(stage.path + "/entries", ContestStage.entry("a", asset)), 422, "invalid-input");
        String entry =
                "{\"title\":\"a\",\"mediaAssetId\":\"%s\",\"category\":\"故事\",\"coPresenters\":[{\"name\":\"李四\"}]}";
        JsonNode made = body(lead.post(stage.path + "/entries", entry.formatted(asset)), 201);
        String path = stage.path + "/entries/" + made.get("id").asString();
        assertThat(made.at("/coPresenters/0/name").asString()).isEqualTo("李四");
        assertThat(body(lead.get(path + "/eligibility"), 200)
                        .get("missing")
                        .valueStream()
                        .map(each -> each.get("code").asString()))
                .containsExactly("too-long", "not-certified");
        String fine = media.add(lead.id(), MediaKind.VIDEO, MediaState.READY);
        body(lead.post(stage.path + "/entries", entry.formatted(fine)), 201);
        clock.advance(Duration.ofHours(2));
        body(step("screen"), 200);
        stage.officer.post(path + "/exclude", REASON).expectStatus().isNoContent();
        stage.officer.post(path + "/admit", REASON).expectStatus().isNoContent();
        stage.officer.post(path + "/exclude", REASON).expectStatus().isNoContent();
        body(step("start-judging"), 200);
        assertThat(body(stage.judges.get(0).get(stage.path + "/entries"), 200).get("items"))
                .hasSize(1);
    }

    @Test
    void takesOffWhatWasAnnounced() {
        String deductions = ",\"deductions\":[{\"id\":\"overtime\",\"name\":\"超时\",\"points\":2.5}]}";
        String plan = ContestStage.plan(clock, "{\"method\":\"MEAN\",\"tieBreaks\":[\"CRITERION:voice\"]}")
                .replaceFirst("\\}$", deductions);
        stage.path = "/contests/"
                + body(stage.officer.post("/contests", plan), 201).get("id").asString();
        stage.opened(1).entered(3).judging();
        stage.score(stage.judges.get(0), stage.entries.get(0), "20", "10");
        stage.score(stage.judges.get(0), stage.entries.get(1), "30", "5");
        stage.score(stage.judges.get(0), stage.entries.get(2), "30", "10");
        String path = stage.path + "/entries/" + stage.entries.get(2) + "/deductions";
        String overtime = "{\"deductionId\":\"overtime\",\"reason\":\"超时三分钟\"}";
        stage.officer.post(path, overtime).expectStatus().isNoContent();
        expectProblem(stage.officer.post(path, overtime), 409, "already-deducted");
        stage.officer.post(path + "/overtime/lift", REASON).expectStatus().isNoContent();
        stage.officer.post(path, overtime).expectStatus().isNoContent();
        expectProblem(stage.officer.post(path, overtime.replace("overtime", "other")), 404, "not-found");
        body(step("publish"), 200);
        JsonNode ranking = body(Caller.visitor(client).get(stage.path + "/ranking"), 200);
        assertThat(ranking.get("items")
                        .valueStream()
                        .map(each -> each.get("rank").asInt() + " "
                                + each.get("title").asString() + " "
                                + each.get("score").asString()))
                .containsExactly("1 作品2 47.50", "2 作品0 40.00", "3 作品1 40.00");
        assertThat(ranking.at("/items/1/decidedBy").asString()).isEqualTo("CRITERION:voice");
        assertThat(body(stage.officer.get(stage.path + "/replay"), 200)
                        .get("sound")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void offersReadyMadeRubrics() {
        JsonNode templates = body(stage.officer.get("/contest-rubrics"), 200);
        assertThat(templates).hasSize(3);
        String plan = ContestStage.plan(clock, "{\"method\":\"MEDIAN\"}")
                .replace(ContestStage.RUBRIC, templates.at("/0/rubric").toString());
        assertThat(body(stage.officer.post("/contests", plan), 201)
                        .get("maxScore")
                        .decimalValue())
                .isEqualByComparingTo("100");
    }

    private WebTestClient.ResponseSpec step(String step) {
        return stage.officer.post(stage.path + "/" + step);
    }

    private WebTestClient.ResponseSpec revert() {
        return stage.officer.post(stage.path + "/revert", REASON);
    }

    private WebTestClient.ResponseSpec extend(Instant closesAt) {
        return stage.officer.post(
                stage.path + "/extend", "{\"closesAt\":\"%s\",\"reason\":\"停电\"}".formatted(closesAt));
    }

    private static String state(WebTestClient.ResponseSpec answer) {
        return body(answer, 200).get("state").asString();
    }
}
