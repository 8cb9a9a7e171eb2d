package org.lecturehalls.competitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
class VoteApiTest {

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestMedia media;

    @Autowired
    private TestClock clock;

    private ContestStage stage;
    private String votes;

    @BeforeEach
    void publish() {
        stage = new ContestStage(client, media, clock);
        String end = clock.instant().plus(Duration.ofDays(3)).toString();
        String plan = ContestStage.plan(clock, "{\"method\":\"MEAN\"}")
                .replaceFirst("\\}$", ",\"votingEndsAt\":\"" + end + "\"}");
        stage.path = "/contests/"
                + body(stage.officer.post("/contests", plan), 201).get("id").asString();
        stage.opened(1).entered(2).judging();
        votes = stage.path + "/entries/" + stage.entries.get(0) + "/votes";
        expectProblem(stage.lecturers.get(0).post(votes), 404, "not-found");
        stage.entries.forEach(entry -> stage.score(stage.judges.get(0), entry, "10", "10"));
        body(stage.officer.post(stage.path + "/publish"), 200);
    }

    @Test
    void countsOneVoteADayBesideTheRanking() {
        JsonNode ranking = body(Caller.visitor(client).get(stage.path + "/ranking"), 200);
        Caller villager = Caller.of(client, "451022", Role.VILLAGER);
        villager.post(votes).expectStatus().isNoContent();
        expectProblem(villager.post(votes), 409, "voted-today");
        expectProblem(villager.post(stage.path + "/entries/" + stage.entries.get(1) + "/votes"), 409, "voted-today");
        clock.advance(Duration.ofDays(1));
        villager.post(votes).expectStatus().isNoContent();
        expectProblem(villager.post(stage.path + "/entries/none/votes"), 404, "not-found");
        Caller.visitor(client).post(votes).expectStatus().isUnauthorized();

        JsonNode counts =
                body(Caller.visitor(client).get(stage.path + "/votes"), 200).get("byEntry");
        assertThat(counts.get(stage.entries.get(0)).asInt()).isEqualTo(2);
        assertThat(counts.get(stage.entries.get(1)).asInt()).isZero();
        assertThat(body(Caller.visitor(client).get(stage.path + "/ranking"), 200))
                .isEqualTo(ranking);
        clock.advance(Duration.ofDays(3));
        expectProblem(Caller.of(client, "451022", Role.VILLAGER).post(votes), 409, "voting-closed");
    }

    @Test
    void givesTheVoteItsAnnouncedPartBeforeTheResultIsPublished() {
        stage = new ContestStage(client, media, clock);
        Instant end = clock.instant().plus(Duration.ofDays(3));
        String vote = ",\"votingEndsAt\":\"" + end + "\"}";
        String plan = ContestStage.plan(clock, "{\"method\":\"MEAN\",\"votePercent\":5}");
        expectProblem(stage.officer.post("/contests", plan), 422, "invalid-input");
        expectProblem(
                stage.officer.post("/contests", with(plan.replace("\"MEAN\"", "\"BORDA\""), vote)),
                422,
                "invalid-input");
        expectProblem(stage.officer.post("/contests", with(plan.replace(":5}", ":11}"), vote)), 422, "invalid-input");
        stage.path = "/contests/"
                + body(stage.officer.post("/contests", with(plan, vote)), 201)
                        .get("id")
                        .asString();
        stage.opened(1).entered(2).judging();
        String ballot = stage.path + "/ballot";
        Caller visitor = Caller.visitor(client);
        visitor.get(ballot).expectStatus().isNotFound();
        stage.score(stage.judges.get(0), stage.entries.get(0), "40", "10");
        stage.score(stage.judges.get(0), stage.entries.get(1), "41", "10");
        expectProblem(stage.officer.post(stage.path + "/publish"), 409, "voting-not-over");
        body(stage.officer.post(stage.path + "/deliberate"), 200);

        JsonNode items = body(visitor.get(ballot), 200).get("items");
        assertThat(items).hasSize(2);
        assertThat(items.toString()).doesNotContain("score").doesNotContain("rank");
        visitor.get(ballot + "/" + stage.entries.get(0) + "/material")
                .expectStatus()
                .isOk();
        assertThat(body(visitor.get(stage.path), 200).at("/ranking/votePercent").asInt())
                .isEqualTo(5);
        votes = stage.path + "/entries/" + stage.entries.get(0) + "/votes";
        String others = stage.path + "/entries/" + stage.entries.get(1) + "/votes";
        voters(4, votes);
        voters(1, others);
        visitor.get(stage.path + "/votes").expectStatus().isNotFound();
        visitor.get(stage.path + "/ranking").expectStatus().isNotFound();
        expectProblem(stage.officer.post(stage.path + "/publish"), 409, "voting-not-over");
        clock.advance(Duration.ofDays(4));
        visitor.get(ballot).expectStatus().isNotFound();
        body(stage.officer.post(stage.path + "/publish"), 200);

        JsonNode ranking = body(visitor.get(stage.path + "/ranking"), 200);
        // 60 points and 61, of 100: 0.95 * 60 + 5 for all the votes there can be, and 0.95 * 61 + 5 / 4.
        assertThat(ranking.get("items")
                        .valueStream()
                        .map(each -> each.get("title").asString() + " "
                                + each.get("score").asString()))
                .containsExactly("作品0 62.00", "作品1 59.20");
        assertThat(ranking.get("votePercent").asInt()).isEqualTo(5);
        JsonNode replay = body(stage.officer.get(stage.path + "/replay"), 200);
        assertThat(replay.get("sound").asBoolean()).isTrue();
        assertThat(replay.at("/rankings/0/places/0/score").asString()).isEqualTo("62.00");
    }

    @Test
    void slowsDownWhoTriesAgainAndAgain() {
        Caller villager = Caller.of(client, "451022", Role.VILLAGER);
        villager.post(votes).expectStatus().isNoContent();
        for (int i = 1; i < VotePace.ALLOWED; i++) {
            expectProblem(villager.post(votes), 409, "voted-today");
        }
        expectProblem(villager.post(votes), 422, "too-many-votes");
        clock.advance(Duration.ofMinutes(11));
        expectProblem(villager.post(votes), 409, "voted-today");
    }

    private void voters(int count, String path) {
        for (int i = 0; i < count; i++) {
            Caller.of(client, "451022", Role.VILLAGER).post(path).expectStatus().isNoContent();
        }
    }

    private static String with(String plan, String more) {
        return plan.replaceFirst("\\}$", more);
    }

    @Test
    void showsBurstsAndKeepsVoidedVotesInTheLog() {
        for (int i = 0; i < 25; i++) {
            Caller.of(client, "451022", Role.VILLAGER)
                    .post(votes)
                    .expectStatus()
                    .isNoContent();
        }
        JsonNode bursts =
                body(stage.officer.get(stage.path + "/votes/bursts"), 200).get("bursts");
        assertThat(bursts.at("/0/entryId").asString()).isEqualTo(stage.entries.get(0));
        Instant minute = Instant.parse(bursts.at("/0/minute").asString());
        String which = "{\"entryId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"reason\":\"刷票\"}"
                .formatted(stage.entries.get(0), minute.minusSeconds(300), minute.plusSeconds(300));
        stage.lecturers
                .get(0)
                .post(stage.path + "/votes/void", which)
                .expectStatus()
                .isForbidden();
        assertThat(body(stage.officer.post(stage.path + "/votes/void", which), 200)
                        .get("votes")
                        .asInt())
                .isEqualTo(25);

        assertThat(body(Caller.visitor(client).get(stage.path + "/votes"), 200)
                        .at("/byEntry/" + stage.entries.get(0))
                        .asInt())
                .isZero();
        byte[] log = stage.officer
                .get(stage.path + "/log")
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(new String(log, StandardCharsets.UTF_8))
                .contains("votes-voided")
                .contains("刷票");
        assertThat(body(stage.officer.get(stage.path + "/replay"), 200)
                        .get("sound")
                        .asBoolean())
                .isTrue();
    }
}
