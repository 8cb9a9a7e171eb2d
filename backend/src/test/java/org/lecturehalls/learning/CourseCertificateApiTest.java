package org.lecturehalls.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.media.MediaState.READY;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.io.IOException;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
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

/** A course of a video, a document and a quiz. */
@PlatformTest
@Import(TestMedia.class)
class CourseCertificateApiTest {

    private static final String QUIZ = """
            {"title": "练习", "passPercent": 100, "questions": [{"kind": "TRUE_FALSE", "text": "芒果要疏花", "right": [0]}]}""";

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestMedia media;

    @Autowired
    private TestClock clock;

    private Caller villager;
    private JsonNode course;
    private String own;

    @BeforeEach
    void publishedCourse() {
        villager = Caller.of(client, "451022", Role.VILLAGER);
        Caller lecturer = Caller.of(client, "451022", Role.LECTURER);
        String json = "{\"title\":\"芒果\",\"summary\":\"\",\"format\":\"LECTURE\",\"language\":\"zh\"}";
        String path = "/courses/"
                + body(lecturer.post("/courses", json), 201).get("id").asString();
        body(lecturer.post(path + "/lessons", lesson(media.add(lecturer.id(), MediaKind.VIDEO, READY))), 200);
        JsonNode written = body(
                lecturer.post(path + "/lessons", lesson(media.add(lecturer.id(), MediaKind.DOCUMENT, READY))), 200);
        String version = "\"" + written.get("version").asLong() + "\"";
        body(lecturer.send(HttpMethod.POST, path + "/quizzes", QUIZ, "If-Match", version), 200);
        body(lecturer.post(path + "/submit"), 200);
        course = body(Caller.of(client, "451022", Role.PUBLICITY).post(path + "/publish"), 200);
        own = "/me/course-certificates/" + course.get("id").asString();
    }

    private static String lesson(String asset) {
        return "{\"title\":\"一课\",\"mediaAssetId\":\"" + asset + "\"}";
    }

    @Test
    void countsVideosDocumentsAndQuizzesOnce() {
        watch();
        watch();
        assertThat(points()).isEqualTo(10);
        read();
        read();
        assertThat(points()).isEqualTo(20);
        answer("[1]");
        assertThat(points()).isEqualTo(20);
        answer("[0]");
        answer("[0]");
        assertThat(points()).isEqualTo(30);
    }

    @Test
    void doesNotTakeAVideoForReadBecauseADeviceSaysSo() {
        tell(0, "\"finished\":true");
        assertThat(points()).isZero();
    }

    @Test
    void givesOneCertificateOnceAllIsDone() throws IOException {
        watch();
        read();
        expectProblem(villager.post(own), 409, "course-not-done");
        villager.get(own + "/pdf").expectStatus().isNotFound();
        answer("[0]");

        JsonNode given = body(villager.post(own), 200);

        assertThat(given.get("lessons").asInt()).isEqualTo(3);
        assertThat(body(villager.post(own), 200)).isEqualTo(given);
        assertThat(body(villager.get("/me/course-certificates"), 200).get("items"))
                .hasSize(1);
        String code = given.get("code").asString();
        try (PDDocument paper = Loader.loadPDF(pdf())) {
            assertThat(new PDFTextStripper().getText(paper)).contains("结业证书", "《芒果》", code);
        }
        Caller visitor = Caller.visitor(client);
        assertThat(body(visitor.get("/course-certificates/" + code), 200)).isEqualTo(given);
        visitor.get("/course-certificates/" + code + "/page")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("证书有效", "芒果", code));
        visitor.get("/course-certificates/no-such-code/page")
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("没有找到这份证书"));
        visitor.get("/course-certificates/no-such-code").expectStatus().isNotFound();
    }

    private byte[] pdf() {
        byte[] file = villager.get(own + "/pdf")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return file == null ? new byte[0] : file;
    }

    private void watch() {
        tell(0, "\"watched\":[{\"from\":0,\"to\":90}],\"secondsSpent\":90");
    }

    private void read() {
        tell(1, "\"finished\":true");
    }

    private void tell(int lesson, String what) {
        clock.advance(Duration.ofSeconds(1));
        String json = "{\"courseId\":\"%s\",\"positionSeconds\":1,%s}"
                .formatted(course.get("id").asString(), what);
        body(villager.put("/me/progress/" + lesson(lesson), json), 200);
    }

    private void answer(String chosen) {
        String path = "/courses/" + course.get("id").asString() + "/lessons/" + lesson(2);
        String question =
                body(villager.get(path + "/quiz"), 200).at("/questions/0/id").asString();
        String json = "{\"answers\":[{\"questionId\":\"%s\",\"chosen\":%s}]}".formatted(question, chosen);
        body(villager.post(path + "/attempts", json), 201);
    }

    private String lesson(int at) {
        return course.at("/lessons/" + at + "/id").asString();
    }

    private int points() {
        return body(villager.get("/me/learning"), 200).get("points").asInt();
    }
}
