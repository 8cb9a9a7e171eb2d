package org.lecturehalls.curricula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.media.MediaState.READY;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.sessions.SessionsClient;
import org.lecturehalls.sessions.SessionsClient.Person;
import org.lecturehalls.sessions.SessionsPlatformTest;
import org.lecturehalls.sessions.TestPlaces;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.TestMedia;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Lessons as files to be saved: one by one, and all that a hall needs for a week. */
@SessionsPlatformTest
@Import(TestMedia.class)
class OfflineFilesApiTest {

    private static final String COUNTY = "451022";

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestMedia media;

    @Autowired
    private TestPlaces places;

    @Autowired
    private SessionsClient sessions;

    private Caller lecturer;
    private Caller officer;
    private Caller villager;
    private Caller visitor;

    @BeforeEach
    void people() {
        lecturer = Caller.of(client, COUNTY, Role.LECTURER);
        officer = Caller.of(client, COUNTY, Role.PUBLICITY);
        villager = Caller.of(client, COUNTY, Role.VILLAGER);
        visitor = Caller.visitor(client);
    }

    @Test
    void areMadeWhenSomebodyWantsThemAndReadByAnyoneWhoMayWatch() {
        String path = published("春耕", "选种");
        String files = lessonPath(path, 0) + "/offline-files";
        assertThat(body(visitor.get(files), 200).get("state").asString()).isEqualTo("NONE");
        visitor.post(files).expectStatus().isUnauthorized();

        JsonNode made = body(villager.post(files), 202);

        assertThat(made.get("state").asString()).isEqualTo("READY");
        JsonNode file = body(visitor.get(files), 200).get("files").get(0);
        assertThat(file.get("kind").asString()).isEqualTo("VIDEO");
        assertThat(file.get("fileName").asString()).as("course and lesson").isEqualTo("春耕 - 选种.mp4");
        assertThat(file.get("bytes").asLong()).isEqualTo(1_000);
        assertThat(file.get("sha256").asString()).hasSize(64);
        assertThat(file.get("url").asString()).endsWith("/PUBLIC");
    }

    @Test
    void areTheOwnersAloneUntilTheCourseIsPublishedAndAfterItIsWithdrawn() {
        String path = draft("春耕", "选种");
        String files = lessonPath(path, 0) + "/offline-files";
        for (Caller other : new Caller[] {visitor, villager, Caller.of(client, COUNTY, Role.LECTURER)}) {
            other.get(files).expectStatus().isNotFound();
        }
        villager.post(files).expectStatus().isNotFound();
        assertThat(body(lecturer.post(files), 202)
                        .get("files")
                        .get(0)
                        .get("url")
                        .asString())
                .endsWith("/OWNER");

        body(lecturer.post(path + "/submit"), 200);
        body(officer.post(path + "/publish"), 200);
        assertThat(body(visitor.get(files), 200).get("state").asString()).isEqualTo("READY");
        body(officer.post(path + "/archive"), 200);
        visitor.get(files).expectStatus().isNotFound();
    }

    @Test
    void areNotMadeAnyMoreWhenTheirLessonIsDeletedUnlessAnotherHasTheVideo() {
        String alone = media.add(lecturer.id(), MediaKind.VIDEO, READY);
        String shared = media.add(lecturer.id(), MediaKind.VIDEO, READY);
        String path = course("春耕");
        body(lecturer.post(path + "/lessons", lesson("选种", alone)), 200);
        body(lecturer.post(path + "/lessons", lesson("育苗", shared)), 200);
        body(lecturer.post(course("另一门") + "/lessons", lesson("也讲育苗", shared)), 200);

        String first = lessonPath(path, 0);
        String second = lessonPath(path, 1);
        remove(path, second);
        assertThat(media.isStopped(shared)).isFalse();
        assertThat(media.isStopped(alone)).isFalse();
        remove(path, first);
        assertThat(media.isStopped(alone)).isTrue();
    }

    @Test
    void areNotMadeAnyMoreWhenTheirCourseIsDeleted() {
        String video = media.add(lecturer.id(), MediaKind.VIDEO, READY);
        String path = course("春耕");
        body(lecturer.post(path + "/lessons", lesson("选种", video)), 200);

        remove(path, path);

        assertThat(media.isStopped(video)).isTrue();
    }

    @Test
    void areNotMadeAnyMoreWhenTheirCourseIsArchivedUnlessAnotherPublishedOneHasTheVideo() {
        String alone = media.add(lecturer.id(), MediaKind.VIDEO, READY);
        String shared = media.add(lecturer.id(), MediaKind.VIDEO, READY);
        String path = course("春耕");
        body(lecturer.post(path + "/lessons", lesson("选种", alone)), 200);
        body(lecturer.post(path + "/lessons", lesson("育苗", shared)), 200);
        publish(path);
        String other = course("另一门");
        body(lecturer.post(other + "/lessons", lesson("也讲育苗", shared)), 200);
        publish(other);
        body(lecturer.post(course("还没发布") + "/lessons", lesson("又讲选种", alone)), 200);

        body(officer.post(path + "/archive"), 200);
        assertThat(media.isStopped(alone)).as("a draft is not online").isTrue();
        assertThat(media.isStopped(shared)).isFalse();

        body(officer.post(other + "/archive"), 200);
        assertThat(media.isStopped(shared)).isTrue();
    }

    private void remove(String course, String what) {
        String tag = lecturer.get(course)
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        lecturer.send(HttpMethod.DELETE, what, null, "If-Match", tag)
                .expectStatus()
                .is2xxSuccessful();
    }

    @Test
    void areOfVideoLessonsOnly() {
        String path = course("春耕");
        String asset = media.add(lecturer.id(), MediaKind.DOCUMENT, READY);
        body(lecturer.post(path + "/lessons", lesson("讲义", asset)), 200);
        lecturer.get(lessonPath(path, 0) + "/offline-files").expectStatus().isNotFound();
        lecturer.get(path + "/lessons/none/offline-files").expectStatus().isNotFound();
    }

    @Test
    void listsAHallsWeekWithSizesAndChecksums() {
        String spring = published("春耕", "选种", "育苗");
        String autumn = published("秋收", "晒谷");
        String draft = draft("还没发布", "一");
        String hall = places.hall(COUNTY);
        Instant start = SessionsClient.TOMORROW;
        plan(hall, spring, start);
        plan(hall, autumn, start.plusSeconds(7_200));
        plan(hall, spring, start.plusSeconds(14_400));
        plan(hall, draft, start.plusSeconds(21_600));
        plan(places.hall(COUNTY), spring, start);
        plan(hall, published("下周", "以后"), start.plusSeconds(7 * 86_400));
        String list = "/halls/" + hall + "/offline-list";
        String week = "?week=" + LocalDate.ofInstant(start, ZoneId.of("Asia/Shanghai"));

        JsonNode before = body(visitor.get(list + week), 200);
        assertThat(titles(before)).containsExactly("选种", "育苗", "晒谷");
        assertThat(before.get("missing").asInt()).isEqualTo(3);
        assertThat(before.get("bytes").asLong()).isZero();
        visitor.post(list + week).expectStatus().isUnauthorized();
        villager.post(list + week).expectStatus().isForbidden();
        Caller.of(client, "451023", Role.HALL_MANAGER)
                .post(list + week)
                .expectStatus()
                .isForbidden();

        JsonNode after = body(Caller.of(client, COUNTY, Role.HALL_MANAGER).post(list + week), 202);

        assertThat(after.get("missing").asInt()).isZero();
        assertThat(after.get("bytes").asLong()).isEqualTo(3_000);
        assertThat(after.get("monday").asString()).isLessThanOrEqualTo(week.substring(6));
        assertThat(after.get("lessons").get(2).get("courseTitle").asString()).isEqualTo("秋收");
        String sums = visitor.get(list + "/sha256sums" + week)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/plain;charset=utf-8")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        String zeros = "0".repeat(64);
        assertThat(sums).isEqualTo("%1$s  春耕 - 选种.mp4\n%1$s  春耕 - 育苗.mp4\n%1$s  秋收 - 晒谷.mp4\n".formatted(zeros));
    }

    @Test
    void hasNoListOfAHallThatIsNone() {
        visitor.get("/halls/none/offline-list").expectStatus().isNotFound();
        visitor.get("/halls/none/offline-list/sha256sums").expectStatus().isNotFound();
        officer.post("/halls/none/offline-list").expectStatus().isNotFound();
        expectProblem(visitor.get("/halls/none/offline-list?week=soon"), 400, "unreadable-request");
    }

    private void plan(String hall, String coursePath, Instant start) {
        Person planner = new Person(Role.PUBLICITY, COUNTY, "planner");
        Map<String, Object> lecture =
                SessionsClient.lecture(hall, places.lecturer(COUNTY, "user-" + start.hashCode()), start);
        lecture.put("courseId", coursePath.substring("/courses/".length()));
        sessions.plan(planner, lecture);
    }

    private static List<String> titles(JsonNode week) {
        return week.get("lessons")
                .valueStream()
                .map(lesson -> lesson.get("title").asString())
                .toList();
    }

    private String published(String title, String... lessons) {
        String path = draft(title, lessons);
        publish(path);
        return path;
    }

    private void publish(String path) {
        body(lecturer.post(path + "/submit"), 200);
        body(officer.post(path + "/publish"), 200);
    }

    private String draft(String title, String... lessons) {
        String path = course(title);
        for (String each : lessons) {
            String asset = media.add(lecturer.id(), MediaKind.VIDEO, READY);
            body(lecturer.post(path + "/lessons", lesson(each, asset)), 200);
        }
        return path;
    }

    private String course(String title) {
        String text = "{\"title\":\"%s\",\"summary\":\"\",\"format\":\"STORY\",\"language\":\"zh\"}".formatted(title);
        return "/courses/"
                + body(lecturer.post("/courses", text), 201).get("id").asString();
    }

    private static String lesson(String title, String asset) {
        return "{\"title\":\"%s\",\"mediaAssetId\":\"%s\"}".formatted(title, asset);
    }

    private String lessonPath(String path, int number) {
        return path + "/lessons/"
                + body(lecturer.get(path), 200)
                        .get("lessons")
                        .get(number)
                        .get("id")
                        .asString();
    }
}
