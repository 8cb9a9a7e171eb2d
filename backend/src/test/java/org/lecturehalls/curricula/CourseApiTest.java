package org.lecturehalls.curricula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.media.MediaState.FAILED;
import static org.lecturehalls.media.MediaState.PROCESSING;
import static org.lecturehalls.media.MediaState.READY;
import static org.lecturehalls.media.MediaState.REFUSED;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
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

@PlatformTest
@Import(TestMedia.class)
class CourseApiTest {

    private static final String COURSE = """
            {"title":" 春耕 ","summary":"怎样选种","format":"MOUNTAIN_SONG","language":"zh"}""";

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestMedia media;

    private Caller lecturer;
    private Caller officer;
    private Caller visitor;

    @BeforeEach
    void people() {
        lecturer = Caller.of(client, "451022", Role.LECTURER);
        officer = Caller.of(client, "4510", Role.PUBLICITY);
        visitor = Caller.visitor(client);
    }

    @Test
    void goesFromDraftToTheCatalogue() {
        String asset = media.add(lecturer.id(), MediaKind.VIDEO, READY);
        JsonNode draft = body(lecturer.post("/courses", COURSE), 201);
        assertThat(draft.get("title").asString()).isEqualTo("春耕");
        assertThat(draft.get("state").asString()).isEqualTo("DRAFT");
        assertThat(draft.get("region").asString()).isEqualTo("451022");
        assertThat(draft.get("ownerName").asString()).isEqualTo("Name of " + lecturer.id());
        String path = "/courses/" + draft.get("id").asString();

        JsonNode lesson =
                body(lecturer.post(path + "/lessons", lesson(asset)), 200).at("/lessons/0");
        assertThat(lesson.get("durationSeconds").asDouble()).isEqualTo(90.5);
        assertThat(lesson.get("kind").asString()).isEqualTo("VIDEO");
        lecturer.post(path + "/submit").expectStatus().isOk();
        visitor.get(path).expectStatus().isNotFound();
        assertThat(media.isPublished(asset)).isFalse();

        JsonNode published = body(officer.post(path + "/publish"), 200);
        assertThat(published.get("state").asString()).isEqualTo("PUBLISHED");
        assertThat(published.get("publishedAt").asString()).endsWith("Z");
        assertThat(media.isPublished(asset)).isTrue();
        assertThat(body(visitor.get(path), 200).get("title").asString()).isEqualTo("春耕");
        String playback = path + "/lessons/" + lesson.get("id").asString() + "/playback";
        assertThat(body(visitor.get(playback), 200).get("master").asString()).endsWith("/PUBLIC");
    }

    @Test
    void archivingTakesCourseAndMediaAway() {
        String asset = media.add(lecturer.id(), MediaKind.VIDEO, READY);
        String path = publishedCourse(asset);
        String other = publishedCourse(asset);

        officer.post(path + "/archive").expectStatus().isOk();
        visitor.get(path).expectStatus().isNotFound();
        assertThat(media.isPublished(asset)).as("another course still shows it").isTrue();

        officer.post(other + "/archive").expectStatus().isOk();
        assertThat(media.isPublished(asset)).isFalse();
        officer.post(other + "/archive").expectStatus().isOk();
        assertThat(body(lecturer.get(path), 200).get("state").asString()).isEqualTo("ARCHIVED");
    }

    @Test
    void publishingAgainKeepsTheDate() {
        String path = publishedCourse(media.add(lecturer.id(), MediaKind.VIDEO, READY));
        String first = body(visitor.get(path), 200).get("publishedAt").asString();

        JsonNode again = body(officer.post(path + "/publish"), 200);

        assertThat(again.get("publishedAt").asString()).isEqualTo(first);
    }

    @Test
    void returnedCoursesGoRound() {
        String path = submittedCourse(media.add(lecturer.id(), MediaKind.DOCUMENT, READY));
        expectProblem(lecturer.put(path, COURSE), 409, "wrong-course-state");

        expectProblem(officer.post(path + "/return", "{\"note\":\" \"}"), 422, "invalid-input");
        JsonNode returned = body(officer.post(path + "/return", "{\"note\":\"声音太小\"}"), 200);
        assertThat(returned.get("state").asString()).isEqualTo("RETURNED");
        assertThat(body(lecturer.get(path), 200).get("reviewNote").asString()).isEqualTo("声音太小");

        JsonNode again = body(lecturer.post(path + "/submit"), 200);
        assertThat(again.get("state").asString()).isEqualTo("SUBMITTED");
        assertThat(again.has("reviewNote")).isFalse();
        officer.post(path + "/publish").expectStatus().isOk();
    }

    @Test
    void waitsForMediaToBeReady() {
        String ready = media.add(lecturer.id(), MediaKind.VIDEO, READY);
        String slow = media.add(lecturer.id(), MediaKind.VIDEO, PROCESSING);
        String gone = media.add(lecturer.id(), MediaKind.VIDEO, PROCESSING);
        String path = submittedCourse(ready, slow, gone);
        media.delete(gone);

        officer.post(path + "/publish")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("media-not-ready")
                .jsonPath("$.errors[0].field")
                .isEqualTo("lessons[1]")
                .jsonPath("$.errors[1].field")
                .isEqualTo("lessons[2]");
        assertThat(media.isPublished(ready)).isFalse();

        String next = submittedCourse(slow);
        media.become(slow, READY);
        JsonNode published = body(officer.post(next + "/publish"), 200);
        assertThat(published.at("/lessons/0/durationSeconds").asDouble()).isEqualTo(90.5);
    }

    @Test
    void needsALesson() {
        String path = "/courses/"
                + body(lecturer.post("/courses", COURSE), 201).get("id").asString();

        expectProblem(lecturer.post(path + "/submit"), 409, "no-lessons");
    }

    @Test
    void takesOnlyOnesOwnUsableMedia() {
        String path = "/courses/"
                + body(lecturer.post("/courses", COURSE), 201).get("id").asString();

        String foreign = media.add("somebody", MediaKind.VIDEO, READY);
        expectProblem(lecturer.post(path + "/lessons", lesson(foreign)), 404, "not-found");
        expectProblem(lecturer.post(path + "/lessons", lesson("no-such")), 404, "not-found");
        String refused = media.add(lecturer.id(), MediaKind.VIDEO, REFUSED);
        expectProblem(lecturer.post(path + "/lessons", lesson(refused)), 409, "media-not-usable");
        String failed = media.add(lecturer.id(), MediaKind.VIDEO, FAILED);
        expectProblem(lecturer.post(path + "/lessons", lesson(failed)), 409, "media-not-usable");
    }

    @Test
    void removesALesson() {
        String path = "/courses/"
                + body(lecturer.post("/courses", COURSE), 201).get("id").asString();
        String asset = media.add(lecturer.id(), MediaKind.VIDEO, READY);
        body(lecturer.post(path + "/lessons", lesson(asset)), 200);
        JsonNode course = body(lecturer.post(path + "/lessons", lesson(asset)), 200);
        String first = course.at("/lessons/0/id").asString();
        String tag = "\"" + course.get("version").asString() + "\"";

        JsonNode shorter =
                body(lecturer.send(HttpMethod.DELETE, path + "/lessons/" + first, null, "If-Match", tag), 200);

        assertThat(shorter.get("lessons")).hasSize(1);
        assertThat(shorter.at("/lessons/0/id").asString()).isNotEqualTo(first);
        String now = "\"" + shorter.get("version").asString() + "\"";
        expectProblem(
                lecturer.send(HttpMethod.DELETE, path + "/lessons/" + first, null, "If-Match", now), 404, "not-found");
    }

    @Test
    void losesNoUpdate() {
        JsonNode draft = body(lecturer.post("/courses", COURSE), 201);
        String path = "/courses/" + draft.get("id").asString();
        String tag = lecturer.get(path)
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();
        assertThat(tag).isEqualTo("\"" + draft.get("version").asString() + "\"");

        expectProblem(lecturer.put(path, COURSE), 428, "version-required");
        String changed = COURSE.replace("春耕", "秋收");
        lecturer.send(HttpMethod.PUT, path, changed, "If-Match", tag)
                .expectStatus()
                .isOk();
        expectProblem(lecturer.send(HttpMethod.PUT, path, COURSE, "If-Match", tag), 412, "stale-version");
        assertThat(body(lecturer.get(path), 200).get("title").asString()).isEqualTo("秋收");
    }

    @Test
    void createsOnceWhenRepeated() {
        JsonNode first = body(lecturer.send(HttpMethod.POST, "/courses", COURSE, "Idempotency-Key", "k1"), 201);
        JsonNode second = body(lecturer.send(HttpMethod.POST, "/courses", COURSE, "Idempotency-Key", "k1"), 201);

        assertThat(second.get("id")).isEqualTo(first.get("id"));
        assertThat(body(lecturer.get("/me/courses"), 200).get("items")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"\",\"summary\":\"\",\"format\":\"SKIT\",\"language\":\"zh\"}",
                "{\"title\":\"a\",\"format\":\"SKIT\",\"language\":\"zh\"}",
                "{\"title\":\"a\",\"summary\":\"\",\"language\":\"zh\"}",
                "{\"title\":\"a\",\"summary\":\"\",\"format\":\"SKIT\",\"language\":\"../zh\"}",
            })
    void refusesCoursesThatSayTooLittle(String json) {
        expectProblem(lecturer.post("/courses", json), 422, "invalid-input");
    }

    @Test
    void refusesFormatsItDoesNotKnow() {
        expectProblem(lecturer.post("/courses", COURSE.replace("MOUNTAIN_SONG", "OPERA")), 400, "unreadable-request");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void isWrittenByLecturersAndOfficersOnly(Role role) {
        Caller caller = Caller.of(client, "451022", role);
        boolean may = role == Role.LECTURER || role == Role.PUBLICITY || role == Role.ADMIN;

        caller.post("/courses", COURSE).expectStatus().isEqualTo(may ? 201 : 403);
        caller.get("/me/courses").expectStatus().isEqualTo(may ? 200 : 403);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void isReviewedByOfficersOfTheRegionOnly(Role role) {
        boolean officer = role == Role.PUBLICITY || role == Role.ADMIN;
        String path = submittedCourse(media.add(lecturer.id(), MediaKind.VIDEO, READY));
        String note = "{\"note\":\"n\"}";

        Stream.of("451023", "451022001", "46").forEach(elsewhere -> {
            Caller caller = Caller.of(client, elsewhere, role);
            caller.get(path).expectStatus().isNotFound();
            caller.post(path + "/publish").expectStatus().isEqualTo(officer ? 404 : 403);
            caller.post(path + "/return", note).expectStatus().isEqualTo(officer ? 404 : 403);
            caller.post(path + "/archive").expectStatus().isEqualTo(officer ? 404 : 403);
        });
        Caller inside = Caller.of(client, "451022", role);
        inside.get("/review/courses").expectStatus().isEqualTo(officer ? 200 : 403);
        inside.get(path).expectStatus().isEqualTo(officer ? 200 : 404);
        inside.post(path + "/publish").expectStatus().isEqualTo(officer ? 200 : 403);
        inside.post(path + "/archive").expectStatus().isEqualTo(officer ? 200 : 403);
    }

    @Test
    void isEditedByItsOwnerOnly() {
        JsonNode draft = body(lecturer.post("/courses", COURSE), 201);
        String path = "/courses/" + draft.get("id").asString();
        Caller colleague = Caller.of(client, "451022", Role.LECTURER);

        colleague.get(path).expectStatus().isNotFound();
        expectProblem(colleague.send(HttpMethod.PUT, path, COURSE, "If-Match", "\"0\""), 404, "not-found");
        expectProblem(colleague.post(path + "/submit"), 404, "not-found");
        String asset = media.add(colleague.id(), MediaKind.VIDEO, READY);
        expectProblem(colleague.post(path + "/lessons", lesson(asset)), 404, "not-found");
        expectProblem(officer.send(HttpMethod.PUT, path, COURSE, "If-Match", "\"0\""), 403, "not-allowed");
        expectProblem(visitor.send(HttpMethod.PUT, path, COURSE, "If-Match", "\"0\""), 401, "sign-in-required");
        expectProblem(visitor.post("/courses", COURSE), 401, "sign-in-required");
    }

    @Test
    void refusesStepsFromOtherStates() {
        String asset = media.add(lecturer.id(), MediaKind.VIDEO, READY);
        String draft = courseWith(asset);
        expectProblem(officer.post(draft + "/publish"), 409, "wrong-course-state");
        expectProblem(officer.post(draft + "/return", "{\"note\":\"n\"}"), 409, "wrong-course-state");
        expectProblem(officer.post(draft + "/archive"), 409, "wrong-course-state");

        String published = publishedCourse(asset);
        expectProblem(lecturer.post(published + "/submit"), 409, "wrong-course-state");
        expectProblem(lecturer.post(published + "/lessons", lesson(asset)), 409, "wrong-course-state");
        expectProblem(officer.post(published + "/return", "{\"note\":\"n\"}"), 409, "wrong-course-state");
        officer.post(published + "/archive").expectStatus().isOk();
        expectProblem(officer.post(published + "/publish"), 409, "wrong-course-state");
    }

    @Test
    void showsUnpublishedLessonsToOwnerAndOfficerOnly() {
        String path = submittedCourse(media.add(lecturer.id(), MediaKind.VIDEO, READY));
        String lesson = body(lecturer.get(path), 200).at("/lessons/0/id").asString();
        String playback = path + "/lessons/" + lesson + "/playback";

        assertThat(body(lecturer.get(playback), 200).get("master").asString()).endsWith("/OWNER");
        assertThat(body(officer.get(playback), 200).get("master").asString()).endsWith("/OWNER");
        visitor.get(playback).expectStatus().isNotFound();
        Caller.of(client, "451023", Role.PUBLICITY).get(playback).expectStatus().isNotFound();
        lecturer.get(path + "/lessons/no-such/playback").expectStatus().isNotFound();
    }

    private String courseWith(String... assets) {
        String path = "/courses/"
                + body(lecturer.post("/courses", COURSE), 201).get("id").asString();
        for (String asset : assets) {
            lecturer.post(path + "/lessons", lesson(asset)).expectStatus().isOk();
        }
        return path;
    }

    private String submittedCourse(String... assets) {
        String path = courseWith(assets);
        lecturer.post(path + "/submit").expectStatus().isOk();
        return path;
    }

    private String publishedCourse(String... assets) {
        String path = submittedCourse(assets);
        officer.post(path + "/publish").expectStatus().isOk();
        return path;
    }

    private static String lesson(String asset) {
        return "{\"title\":\"第一课\",\"mediaAssetId\":\"" + asset + "\"}";
    }
}
