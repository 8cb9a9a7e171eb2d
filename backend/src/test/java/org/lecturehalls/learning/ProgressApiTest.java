package org.lecturehalls.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.media.MediaState.READY;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.contract.MediaKind;
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
class ProgressApiTest {

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestMedia media;

    @Autowired
    private TestClock clock;

    private Caller lecturer;
    private Caller officer;
    private Caller villager;

    @BeforeEach
    void people() {
        lecturer = Caller.of(client, "451022", Role.LECTURER);
        officer = Caller.of(client, "451022", Role.PUBLICITY);
        villager = Caller.of(client, "451022", Role.VILLAGER);
    }

    @Test
    void remembersWhereOneStopped() {
        JsonNode course = published("春耕");
        String lesson = course.at("/lessons/0/id").asString();
        expectProblem(villager.get("/me/progress/" + lesson), 404, "not-found");

        JsonNode saved = body(villager.put("/me/progress/" + lesson, place(course, "12.5")), 200);
        assertThat(saved.get("positionSeconds").asDouble()).isEqualTo(12.5);
        body(villager.put("/me/progress/" + lesson, place(course, "31")), 200);

        assertThat(body(villager.get("/me/progress/" + lesson), 200)
                        .get("positionSeconds")
                        .asDouble())
                .isEqualTo(31);
        JsonNode items = body(
                        villager.get("/me/progress?courseId=" + course.get("id").asString()), 200)
                .get("items");
        assertThat(items).hasSize(1);
        assertThat(items.at("/0/lessonId").asString()).isEqualTo(lesson);
        assertThat(items.at("/0/updatedAt").asString()).endsWith("Z");
    }

    @ParameterizedTest
    @CsvSource({"-5,0", "90.5,90.5", "1e9,90.5", "0,0"})
    void bringsPlacesInsideTheLesson(String sent, double kept) {
        JsonNode course = published("春耕");
        String lesson = course.at("/lessons/0/id").asString();

        JsonNode saved = body(villager.put("/me/progress/" + lesson, place(course, sent)), 200);

        assertThat(saved.get("positionSeconds").asDouble()).isEqualTo(kept);
    }

    @Test
    void keepsEverybodysPlacesApart() {
        JsonNode course = published("春耕");
        String lesson = course.at("/lessons/0/id").asString();
        body(villager.put("/me/progress/" + lesson, place(course, "12")), 200);

        expectProblem(officer.get("/me/progress/" + lesson), 404, "not-found");
        assertThat(body(officer.get("/me/progress?courseId=" + course.get("id").asString()), 200)
                        .get("items"))
                .isEmpty();
        assertThat(body(officer.get("/me/progress/recent"), 200).get("items")).isEmpty();
    }

    @Test
    void offersWhatWasBegunTheLatestFirst() {
        JsonNode first = published("一");
        JsonNode second = published("二");
        JsonNode third = published("三");
        stopAt(first, 10);
        stopAt(second, 20);
        stopAt(third, 30);
        stopAt(first, 40);

        JsonNode items = body(villager.get("/me/progress/recent"), 200).get("items");

        assertThat(items.valueStream().map(item -> item.get("courseTitle").asString()))
                .isEqualTo(List.of("一", "三", "二"));
        assertThat(items.at("/0/positionSeconds").asDouble()).isEqualTo(40);
        assertThat(items.at("/0/durationSeconds").asDouble()).isEqualTo(90.5);
        assertThat(items.at("/0/lessonTitle").asString()).isEqualTo("第一课");
    }

    @Test
    void offersNeitherWhatWasSeenNorWhatIsGone() {
        JsonNode seen = published("一");
        stopAt(seen, 90);
        JsonNode gone = published("二");
        stopAt(gone, 20);
        officer.post("/courses/" + gone.get("id").asString() + "/archive")
                .expectStatus()
                .isOk();

        assertThat(body(villager.get("/me/progress/recent"), 200).get("items")).isEmpty();
    }

    @Test
    void savesNoPlacesInWhatOneMayNotSee() {
        String asset = media.add(lecturer.id(), MediaKind.VIDEO, READY);
        String draft = draft("草稿");
        JsonNode course = body(lecturer.post("/courses/" + draft + "/lessons", lesson(asset)), 200);
        String lesson = course.at("/lessons/0/id").asString();

        expectProblem(villager.put("/me/progress/" + lesson, place(course, "1")), 404, "not-found");
        expectProblem(villager.get("/me/progress?courseId=" + draft), 404, "not-found");
        expectProblem(villager.put("/me/progress/other", place(published("x"), "1")), 404, "not-found");
        body(lecturer.put("/me/progress/" + lesson, place(course, "1")), 200);
    }

    @Test
    void needsSomebodySignedIn() {
        Caller visitor = Caller.visitor(client);
        visitor.get("/me/progress?courseId=x").expectStatus().isUnauthorized();
        visitor.get("/me/progress/recent").expectStatus().isUnauthorized();
        visitor.get("/me/progress/x").expectStatus().isUnauthorized();
        visitor.put("/me/progress/x", "{}").expectStatus().isUnauthorized();
        expectProblem(villager.put("/me/progress/x", "{}"), 422, "invalid-input");
    }

    private void stopAt(JsonNode course, double position) {
        clock.advance(Duration.ofSeconds(1));
        String lesson = course.at("/lessons/0/id").asString();
        body(villager.put("/me/progress/" + lesson, place(course, Double.toString(position))), 200);
    }

    private JsonNode published(String title) {
        String path = "/courses/" + draft(title);
        lecturer.post(path + "/lessons", lesson(media.add(lecturer.id(), MediaKind.VIDEO, READY)));
        lecturer.post(path + "/submit").expectStatus().isOk();
        return body(officer.post(path + "/publish"), 200);
    }

    private String draft(String title) {
        String json = "{\"title\":\"%s\",\"summary\":\"\",\"format\":\"STORY\",\"language\":\"zh\"}".formatted(title);
        return body(lecturer.post("/courses", json), 201).get("id").asString();
    }

    private static String lesson(String asset) {
        return "{\"title\":\"第一课\",\"mediaAssetId\":\"" + asset + "\"}";
    }

    private static String place(JsonNode course, String position) {
        return "{\"courseId\":\"%s\",\"positionSeconds\":%s}"
                .formatted(course.get("id").asString(), position);
    }
}
