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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
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
    void completesALessonOnceEnoughOfItWasWatchedWhereverThePersonStopped() {
        JsonNode course = published("春耕");

        JsonNode half = report(course, "50", "[{\"from\":0,\"to\":50}]", 50);
        assertThat(half.has("completedAt")).isFalse();
        JsonNode skipped = report(course, "90", "[]", 0);
        assertThat(skipped.get("watchedSeconds").asDouble()).isEqualTo(50);
        clock.advance(Duration.ofSeconds(40));
        JsonNode done = report(course, "2", "[{\"from\":50,\"to\":85}]", 40);

        assertThat(done.get("watchedSeconds").asDouble()).isEqualTo(85);
        assertThat(done.get("completedAt").asString()).endsWith("Z");
        assertThat(report(course, "3", "[]", 0).get("completedAt")).isEqualTo(done.get("completedAt"));
    }

    @Test
    void mergesWhatTwoDevicesTellAndNeverMovesBack() {
        JsonNode course = published("春耕");
        report(course, "40", "[{\"from\":0,\"to\":40}]", 40);
        clock.advance(Duration.ofMinutes(5));

        JsonNode late = report(course, "70", "[{\"from\":30,\"to\":70}]", 40, 600);

        assertThat(late.get("watched")).hasSize(1);
        assertThat(late.get("watchedSeconds").asDouble()).isEqualTo(70);
        assertThat(late.get("positionSeconds").asDouble()).isEqualTo(40);
        assertThat(report(course, "70", "[{\"from\":30,\"to\":70}]", 40, 600)).isEqualTo(late);
    }

    @Test
    void countsNoMoreThanTheTimeAllows() {
        JsonNode course = published("春耕");

        JsonNode told = report(course, "90", "[{\"from\":0,\"to\":90}]", 10);
        assertThat(told.get("watchedSeconds").asDouble()).isEqualTo(30);
        assertThat(told.has("completedAt")).isFalse();

        JsonNode nonsense = report(course, "90", "[{\"from\":50,\"to\":40},{\"from\":-5,\"to\":1e9}]", 5000);
        assertThat(nonsense.get("watchedSeconds").asDouble()).isEqualTo(30);
    }

    @Test
    void writesAThousandReportsThatComeAtOnce() {
        JsonNode course = published("春耕");
        report(course, "1", "[]", 3600);

        List<Double> seconds = Flux.range(0, 1000)
                .flatMap(
                        n -> Mono.fromCallable(() -> report(course, "5", span(n % 80), 0))
                                .subscribeOn(Schedulers.boundedElastic()),
                        32)
                .map(view -> view.get("watchedSeconds").asDouble())
                .collectList()
                .block(Duration.ofSeconds(60));

        assertThat(seconds).hasSize(1000);
        assertThat(report(course, "5", "[]", 0).get("watchedSeconds").asDouble())
                .isEqualTo(81);
    }

    @Test
    void tellsWhatOneHasLearned() {
        JsonNode seen = published("一");
        report(seen, "90", "[{\"from\":0,\"to\":90}]", 90);
        JsonNode begun = published("二");
        report(begun, "45", "[{\"from\":0,\"to\":45.25}]", 45);

        JsonNode learned = body(villager.get("/me/learning"), 200);

        assertThat(learned.get("points").asInt()).isEqualTo(10);
        assertThat(learned.get("lessons").asInt()).isEqualTo(1);
        assertThat(learned.get("seconds").asDouble()).isEqualTo(135.25);
        assertThat(learned.at("/courses/0/title").asString()).isEqualTo("二");
        assertThat(learned.at("/courses/0/share").asDouble()).isEqualTo(0.5);
        assertThat(learned.at("/courses/1/completed").asInt()).isEqualTo(1);
        assertThat(body(officer.get("/me/learning"), 200).get("courses")).isEmpty();
    }

    @Test
    void needsSomebodySignedIn() {
        Caller visitor = Caller.visitor(client);
        visitor.get("/me/progress?courseId=x").expectStatus().isUnauthorized();
        visitor.get("/me/progress/recent").expectStatus().isUnauthorized();
        visitor.get("/me/learning").expectStatus().isUnauthorized();
        visitor.get("/me/progress/x").expectStatus().isUnauthorized();
        visitor.put("/me/progress/x", "{}").expectStatus().isUnauthorized();
        expectProblem(villager.put("/me/progress/x", "{}"), 422, "invalid-input");
    }

    private void stopAt(JsonNode course, double position) {
        clock.advance(Duration.ofSeconds(1));
        String lesson = course.at("/lessons/0/id").asString();
        body(villager.put("/me/progress/" + lesson, place(course, Double.toString(position))), 200);
    }

    private JsonNode report(JsonNode course, String position, String watched, int spent) {
        clock.advance(Duration.ofMillis(1));
        return report(course, position, watched, spent, 0);
    }

    private JsonNode report(JsonNode course, String position, String watched, int spent, int ago) {
        String json =
                "{\"courseId\":\"%s\",\"positionSeconds\":%s,\"watched\":%s,\"secondsSpent\":%d,\"secondsAgo\":%d}";
        String told = json.formatted(course.get("id").asString(), position, watched, spent, ago);
        return body(villager.put("/me/progress/" + course.at("/lessons/0/id").asString(), told), 200);
    }

    private static String span(int from) {
        return "[{\"from\":%d,\"to\":%d}]".formatted(from, from + 2);
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
