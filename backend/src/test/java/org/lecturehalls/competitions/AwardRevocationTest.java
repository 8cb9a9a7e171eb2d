package org.lecturehalls.competitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.paper.ProofPage;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestMedia;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Two entries have won; the certificate of the first is taken back. */
@PlatformTest
@Import(TestMedia.class)
class AwardRevocationTest {

    private static final String REASON = "{\"reason\":\"作品系抄袭\"}";

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestMedia media;

    @Autowired
    private TestClock clock;

    private ContestStage stage;
    private Caller visitor;

    @BeforeEach
    void won() {
        visitor = Caller.visitor(client);
        stage = new ContestStage(client, media, clock);
        String plan = ContestStage.plan(clock, "{\"method\":\"MEAN\"}")
                .replaceFirst(
                        "\\}$",
                        ",\"awards\":[{\"tier\":\"一等奖\",\"count\":1},{\"tier\":\"二等奖\",\"count\":1}],"
                                + "\"deductions\":[{\"id\":\"copied\",\"name\":\"抄袭\",\"points\":30}]}");
        stage.path = "/contests/"
                + body(stage.officer.post("/contests", plan), 201).get("id").asString();
        stage.opened(1).entered(3).judging();
        for (int i = 0; i < 3; i++) {
            stage.score(stage.judges.get(0), stage.entries.get(i), String.valueOf(40 - i), "10");
        }
    }

    @Test
    void tellsWhoeverOpensTheCodeThatAndSinceWhenItIsRevoked() throws IOException {
        body(stage.officer.post(stage.path + "/publish"), 200);
        String code = code(stage.officer, 0);
        assertThat(body(visitor.get(proof(code)), 200).has("revokedAt")).isFalse();

        clock.advance(Duration.ofDays(40));
        stage.officer.post(revoke(0), REASON).expectStatus().isNoContent();

        JsonNode proof = body(visitor.get(proof(code)), 200);
        assertThat(proof.get("revokedAt").asString())
                .startsWith(clock.instant().toString().substring(0, 16));
        assertThat(proof.toString()).doesNotContain("抄袭");
        String today = ProofPage.day(LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai")));
        visitor.get(proof(code) + "/page")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("证书已撤销", "撤销日期", today).doesNotContain("证书有效", "抄袭"));
        visitor.get(proof(code(stage.officer, 1)) + "/page")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("证书有效"));
    }

    @Test
    void givesNoPaperOfIt() throws IOException {
        body(stage.officer.post(stage.path + "/publish"), 200);
        stage.officer.post(revoke(0), REASON).expectStatus().isNoContent();

        expectProblem(stage.lecturers.get(0).get(certificate(0)), 409, "certificate-revoked");
        expectProblem(stage.officer.get(certificate(0)), 409, "certificate-revoked");
        try (PDDocument all = Loader.loadPDF(bytes(stage.officer, stage.path + "/certificates"))) {
            assertThat(all.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(all)).contains("作品1");
        }
        stage.officer.post(revoke(1), REASON).expectStatus().isNoContent();
        expectProblem(stage.officer.get(stage.path + "/certificates"), 404, "not-found");
    }

    @Test
    void tellsThePeopleOfTheEntryWhyAndEverybodyElseThatItIs() {
        body(stage.officer.post(stage.path + "/publish"), 200);
        stage.officer.post(revoke(0), REASON).expectStatus().isNoContent();

        JsonNode feedback = body(stage.lecturers.get(0).get(entry(0) + "/feedback"), 200);
        assertThat(feedback.get("award").asString()).isEqualTo("一等奖");
        assertThat(feedback.get("revocationReason").asString()).isEqualTo("作品系抄袭");
        assertThat(feedback.has("revokedAt")).isTrue();
        JsonNode ranking = body(visitor.get(stage.path + "/ranking"), 200);
        assertThat(ranking.at("/items/0/revokedAt").isMissingNode()).isFalse();
        assertThat(ranking.at("/items/1/revokedAt").isMissingNode()).isTrue();
        assertThat(ranking.toString()).doesNotContain("抄袭");
    }

    @Test
    void isDoneOnceForAReasonAndLogged() {
        expectProblem(stage.officer.post(revoke(0), REASON), 409, "wrong-contest-state");
        body(stage.officer.post(stage.path + "/publish"), 200);
        expectProblem(stage.officer.post(revoke(0), "{\"reason\":\" \"}"), 422, "invalid-input");
        String long501 = "{\"reason\":\"" + "长".repeat(501) + "\"}";
        expectProblem(stage.officer.post(revoke(0), long501), 422, "invalid-input");
        expectProblem(stage.officer.post(revoke(2), REASON), 404, "not-found");
        body(stage.officer.post(stage.path + "/archive"), 200);

        stage.officer.post(revoke(0), REASON).expectStatus().isNoContent();
        expectProblem(stage.officer.post(revoke(0), "{\"reason\":\"再次\"}"), 409, "certificate-revoked");

        String log = new String(bytes(stage.officer, stage.path + "/log"), StandardCharsets.UTF_8);
        assertThat(log.lines().filter(line -> line.contains("certificate-revoked")))
                .singleElement()
                .asString()
                .contains(stage.entries.get(0), stage.officer.id(), "作品系抄袭");
        assertThat(body(stage.officer.get(stage.path + "/replay"), 200)
                        .get("sound")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void isForOfficersOfTheContestAlone() {
        body(stage.officer.post(stage.path + "/publish"), 200);
        Caller neighbour = Caller.of(client, "451023", Role.PUBLICITY);
        expectProblem(neighbour.post(revoke(0), REASON), 403, "not-allowed");
        expectProblem(stage.lecturers.get(0).post(revoke(0), REASON), 403, "not-allowed");
        assertThat(body(visitor.get(stage.path + "/ranking"), 200).toString()).doesNotContain("revokedAt");

        Caller city = Caller.of(client, "4510", Role.PUBLICITY);
        city.post(revoke(0), REASON).expectStatus().isNoContent();
    }

    @Test
    void keepsAnEntryWithoutItFromBecomingACourse() {
        body(stage.officer.post(stage.path + "/publish"), 200);
        stage.officer.post(revoke(0), REASON).expectStatus().isNoContent();

        JsonNode courses =
                body(stage.officer.post(stage.path + "/courses"), 200).get("courseIds");

        assertThat(courses).hasSize(1);
        JsonNode course = body(visitor.get("/courses/" + courses.get(0).asString()), 200);
        assertThat(course.get("title").asString()).isEqualTo("作品1");
    }

    @Test
    void staysWhenTheResultIsTakenBackAndPublishedAnew() throws IOException {
        body(stage.officer.post(stage.path + "/publish"), 200);
        String taken = code(stage.officer, 0);
        String kept = code(stage.officer, 1);
        stage.officer.post(revoke(0), REASON).expectStatus().isNoContent();
        takeBack();

        body(stage.officer.post(stage.path + "/publish"), 200);

        expectProblem(stage.lecturers.get(0).get(certificate(0)), 409, "certificate-revoked");
        assertThat(body(visitor.get(proof(taken)), 200).has("revokedAt")).isTrue();
        assertThat(body(stage.lecturers.get(0).get(entry(0) + "/feedback"), 200)
                        .get("revocationReason")
                        .asString())
                .isEqualTo("作品系抄袭");
        try (PDDocument all = Loader.loadPDF(bytes(stage.officer, stage.path + "/certificates"))) {
            assertThat(all.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(code(stage.officer, 1)).isNotEqualTo(kept);
        expectProblem(stage.officer.post(revoke(0), REASON), 409, "certificate-revoked");
    }

    @Test
    void staysWithAnEntryThatHasNoAwardForAWhile() throws IOException {
        body(stage.officer.post(stage.path + "/publish"), 200);
        String taken = code(stage.officer, 0);
        stage.officer.post(revoke(0), REASON).expectStatus().isNoContent();
        String deductions = entry(0) + "/deductions";

        takeBack();
        stage.officer
                .post(deductions, "{\"deductionId\":\"copied\",\"reason\":\"查实\"}")
                .expectStatus()
                .isNoContent();
        body(stage.officer.post(stage.path + "/publish"), 200);
        expectProblem(stage.officer.get(certificate(0)), 404, "not-found");
        visitor.get(proof(taken)).expectStatus().isNotFound();
        assertThat(body(visitor.get(stage.path + "/ranking"), 200).toString()).doesNotContain("revokedAt");
        assertThat(body(stage.lecturers.get(0).get(entry(0) + "/feedback"), 200).has("revocationReason"))
                .isFalse();

        takeBack();
        stage.officer.post(deductions + "/copied/lift", REASON).expectStatus().isNoContent();
        body(stage.officer.post(stage.path + "/publish"), 200);
        expectProblem(stage.officer.get(certificate(0)), 409, "certificate-revoked");
        assertThat(body(visitor.get(proof(taken)), 200).has("revokedAt")).isTrue();
    }

    private void takeBack() {
        body(stage.officer.post(stage.path + "/revert", "{\"reason\":\"更正名次\"}"), 200);
    }

    private String entry(int i) {
        return stage.path + "/entries/" + stage.entries.get(i);
    }

    private String certificate(int i) {
        return entry(i) + "/certificate";
    }

    private String revoke(int i) {
        return certificate(i) + "/revoke";
    }

    private static String proof(String code) {
        return "/award-certificates/" + code;
    }

    /** The code as it stands on the paper. */
    private String code(Caller reader, int i) throws IOException {
        try (PDDocument paper = Loader.loadPDF(bytes(reader, certificate(i)))) {
            return new PDFTextStripper()
                    .getText(paper)
                    .lines()
                    .filter(line -> line.contains("证书编号"))
                    .map(line -> line.replaceAll("[^a-z0-9]", ""))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static byte[] bytes(Caller reader, String path) {
        return reader.get(path)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
    }
}
