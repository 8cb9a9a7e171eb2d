package org.lecturehalls.competitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.competitions.audit.LogCheck;
import org.lecturehalls.identity.Role;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestMedia;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(TestMedia.class)
class LogApiTest {

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestMedia media;

    @Autowired
    private TestClock clock;

    @Autowired
    private ReactiveMongoOperations mongo;

    @Autowired
    private ContestLog log;

    private ContestStage stage;

    @BeforeEach
    void judged() {
        stage = new ContestStage(client, media, clock)
                .drafted()
                .opened(3)
                .entered(2)
                .judging();
        stage.judges.forEach(judge -> stage.entries.forEach(entry -> stage.score(judge, entry, "40.5", "10.25")));
    }

    @Test
    void rebuildsThePublishedRankingFromTheExportAlone() {
        body(stage.officer.post(stage.path + "/publish"), 200);

        LogCheck check = LogCheck.of(lines());

        assertThat(check.problems()).isEmpty();
        assertThat(check.rankings()).hasSize(1);
        JsonNode ranking = body(Caller.visitor(client).get(stage.path + "/ranking"), 200);
        assertThat(check.rankings().get(0).ranking().entries())
                .extracting(each -> each.rank() + each.entry() + each.score().toPlainString())
                .containsExactlyInAnyOrderElementsOf(ranking.get("items")
                        .valueStream()
                        .map(each -> each.get("rank").asInt()
                                + each.get("entryId").asString()
                                + each.get("score").asString())
                        .toList());
        assertThat(check.head()).isEqualTo(ranking.get("logHead").asString());
    }

    @Test
    void namesTheLineOfEveryChangedByte() {
        body(stage.officer.post(stage.path + "/publish"), 200);
        List<String> lines = lines();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            for (int at = 0; at < line.length(); at += 7) {
                char other = line.charAt(at) == '7' ? '8' : '7';
                List<String> changed = new java.util.ArrayList<>(lines);
                changed.set(number - 1, line.substring(0, at) + other + line.substring(at + 1));
                assertThat(LogCheck.of(changed).problems())
                        .as("line %d, character %d", number, at)
                        .first()
                        .asString()
                        .startsWith("line " + number + ":");
            }
        }
    }

    @Test
    void namesTheLineAfterOneThatWasTakenOut() {
        List<String> lines = new java.util.ArrayList<>(lines());
        lines.remove(3);

        assertThat(LogCheck.of(lines).problems()).containsExactly("line 4: it does not follow the line before it");
    }

    @Test
    void findsARankingThatDoesNotFollow() {
        body(stage.officer.post(stage.path + "/publish"), 200);
        JsonNode replay = body(stage.officer.get(stage.path + "/replay"), 200);
        assertThat(replay.get("sound").asBoolean()).isTrue();
        assertThat(replay.get("head").asString()).hasSize(64);
    }

    @Test
    void recordsAReopenedSheetAndCountsItAgainOnceItIsSubmitted() {
        Caller judge = stage.judges.get(0);
        String entry = stage.entries.get(0);
        String sheets = stage.path + "/entries/" + entry + "/score-sheets/" + judge.id() + "/reopen";
        expectProblem(judge.post(sheets, "{\"reason\":\"x\"}"), 403, "not-allowed");
        stage.officer.post(sheets, "{\"reason\":\"填错一栏\"}").expectStatus().isNoContent();
        expectProblem(stage.officer.post(sheets, "{\"reason\":\"x\"}"), 409, "sheet-not-submitted");
        JsonNode given = body(judge.get(stage.sheet(entry)), 200);
        assertThat(given.get("state").asString()).isEqualTo("DRAFT");
        assertThat(given.get("reopenedBecause").asString()).isEqualTo("填错一栏");
        stage.score(judge, entry, "60", "20");
        body(stage.officer.post(stage.path + "/publish"), 200);

        assertThat(LogCheck.of(lines()).problems()).isEmpty();
        assertThat(String.join("\n", lines())).contains("填错一栏");
    }

    @Test
    void takesEachRecordOnceHoweverManyTryAtOnce() {
        Contest contest =
                mongo.findById(stage.path.substring(10), Contest.class).block();
        Unlogged left = new Unlogged("left-" + contest.id(), clock.instant(), "x", "state", "{\"from\":\"a\"}");
        Contest waiting = withUnlogged(contest, List.of(left));
        Mono<Void> tries = Flux.range(0, 8)
                .flatMap(i -> log.settle(waiting).subscribeOn(Schedulers.parallel()), 8)
                .then();
        StepVerifier.create(tries).verifyComplete();

        List<String> lines = lines();
        assertThat(lines.stream().filter(line -> line.contains("\"from\":\"a\"")))
                .hasSize(1);
        assertThat(LogCheck.of(lines).problems()).isEmpty();
    }

    @Test
    void isForOfficersOnly() {
        for (Caller other :
                List.of(stage.judges.get(0), stage.lecturers.get(0), Caller.of(client, "451022", Role.LECTURER))) {
            other.get(stage.path + "/log").expectStatus().isForbidden();
            other.get(stage.path + "/replay").expectStatus().isForbidden();
        }
        Caller.of(client, "451023", Role.PUBLICITY)
                .get(stage.path + "/log")
                .expectStatus()
                .isNotFound();
    }

    private List<String> lines() {
        byte[] body = stage.officer
                .get(stage.path + "/log")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(body, StandardCharsets.UTF_8).lines().toList();
    }

    private static Contest withUnlogged(Contest c, List<Unlogged> unlogged) {
        return new Contest(
                c.id(),
                c.plan(),
                c.state(),
                c.region(),
                c.createdBy(),
                c.createdAt(),
                c.judges(),
                c.entries(),
                c.entriesVersion(),
                c.result(),
                c.version(),
                c.announced(),
                c.promotedFrom(),
                unlogged);
    }
}
