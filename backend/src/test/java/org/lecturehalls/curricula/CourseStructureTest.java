package org.lecturehalls.curricula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.media.MediaState.READY;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestMedia;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** The order of lessons, and what courses ask for. */
@PlatformTest
@Import(TestMedia.class)
class CourseStructureTest {

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestMedia media;

    private Caller lecturer;
    private Caller officer;

    @BeforeEach
    void people() {
        lecturer = Caller.of(client, "451022", Role.LECTURER);
        officer = Caller.of(client, "4510", Role.PUBLICITY);
    }

    @Test
    void putsLessonsInAnotherOrder() {
        String path = draft();
        addLesson(path);
        addLesson(path);
        JsonNode before = addLesson(path);
        List<String> ids = lessons(before);
        List<String> turned = List.of(ids.get(2), ids.get(0), ids.get(1));

        order(path, turned, "\"0\"").expectStatus().isEqualTo(412);
        lecturer.put(path + "/lesson-order", json(turned)).expectStatus().isEqualTo(428);
        JsonNode after = body(order(path, turned, tag(before)), 200);

        assertThat(lessons(after)).isEqualTo(turned);
        for (List<String> wrong : List.of(ids.subList(0, 2), List.of(ids.get(0), ids.get(0), ids.get(1)))) {
            assertThat(body(order(path, wrong, tag(after)), 422)
                            .get("errors")
                            .get(0)
                            .get("code")
                            .asString())
                    .isEqualTo("not-the-lessons");
        }
    }

    @Test
    void takesBackWhatNobodyHasDecidedAbout() {
        String path = draft();
        addLesson(path);
        body(lecturer.post(path + "/submit"), 200);

        Caller.of(client, "451022", Role.LECTURER)
                .post(path + "/withdraw")
                .expectStatus()
                .isNotFound();
        assertThat(body(lecturer.post(path + "/withdraw"), 200).get("state").asString())
                .isEqualTo("DRAFT");
        expectProblem(lecturer.post(path + "/withdraw"), 409, "wrong-course-state");
    }

    @Test
    void asksForPublishedCoursesOnly() {
        String basics = published();
        String unpublished = id(draft());

        JsonNode advanced = body(lecturer.post("/courses", course("进阶", basics)), 201);
        assertThat(advanced.get("prerequisites").get(0).asString()).isEqualTo(basics);
        JsonNode refused = body(lecturer.post("/courses", course("进阶", unpublished)), 422);
        assertThat(refused.get("errors").get(0).get("field").asString()).isEqualTo("prerequisites[0]");
        assertThat(refused.get("errors").get(0).get("code").asString()).isEqualTo("not-a-published-course");
    }

    @Test
    void refusesCoursesThatAskForThemselves() {
        String first = draft();
        addLesson(first);
        String itself =
                "{\"title\":\"t\",\"summary\":\"\",\"format\":\"STORY\",\"language\":\"zh\",\"prerequisites\":[\"%s\"]}";
        assertThat(body(lecturer.send(HttpMethod.PUT, first, itself.formatted(id(first)), "If-Match", "\"1\""), 422)
                        .get("errors")
                        .get(0)
                        .get("code")
                        .asString())
                .isIn("not-a-published-course", "prerequisite-cycle");
    }

    private String draft() {
        return "/courses/"
                + body(lecturer.post("/courses", course("春耕")), 201).get("id").asString();
    }

    private String published() {
        String path = draft();
        addLesson(path);
        body(lecturer.post(path + "/submit"), 200);
        body(officer.post(path + "/publish"), 200);
        return id(path);
    }

    private static String id(String path) {
        return path.substring("/courses/".length());
    }

    private static String course(String title, String... prerequisites) {
        return "{\"title\":\"%s\",\"summary\":\"\",\"format\":\"STORY\",\"language\":\"zh\",\"prerequisites\":%s}"
                .formatted(title, quoted(List.of(prerequisites)));
    }

    private JsonNode addLesson(String path) {
        String asset = media.add(lecturer.id(), MediaKind.VIDEO, READY);
        return body(lecturer.post(path + "/lessons", "{\"title\":\"课\",\"mediaAssetId\":\"" + asset + "\"}"), 200);
    }

    private WebTestClient.ResponseSpec order(String path, List<String> ids, String tag) {
        return lecturer.send(HttpMethod.PUT, path + "/lesson-order", json(ids), "If-Match", tag);
    }

    private static String tag(JsonNode course) {
        return "\"" + course.get("version").asLong() + "\"";
    }

    private static String json(List<String> ids) {
        return "{\"lessonIds\":" + quoted(ids) + "}";
    }

    private static String quoted(List<String> texts) {
        return texts.isEmpty() ? "[]" : "[\"" + String.join("\",\"", texts) + "\"]";
    }

    private static List<String> lessons(JsonNode course) {
        return StreamSupport.stream(course.get("lessons").spliterator(), false)
                .map(lesson -> lesson.get("id").asString())
                .toList();
    }
}
