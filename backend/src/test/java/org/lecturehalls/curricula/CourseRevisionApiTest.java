package org.lecturehalls.curricula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.media.MediaState.READY;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

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

@PlatformTest
@Import(TestMedia.class)
class CourseRevisionApiTest {

    private static final String COURSE = """
            {"title":"春耕","summary":"怎样选种","format":"MOUNTAIN_SONG","language":"zh"}""";

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
    void theOldContentStaysOnlineUntilTheNewOneTakesItsPlace() {
        String kept = video();
        String dropped = video();
        String path = published(kept, dropped);
        JsonNode before = body(visitor.get(path), 200);

        JsonNode revision = body(lecturer.post(path + "/revision"), 201);
        String draft = "/courses/" + revision.get("id").asString();
        assertThat(revision.get("revises").asString())
                .isEqualTo(before.get("id").asString());
        String added = video();
        lecturer.post(draft + "/lessons", lesson(added)).expectStatus().isOk();
        JsonNode shorter = change(
                HttpMethod.DELETE,
                draft,
                "/lessons/" + before.at("/lessons/1/id").asString(),
                null);
        assertThat(shorter.get("lessons")).hasSize(2);
        change(HttpMethod.PUT, draft, "", COURSE.replace("春耕", "秋收"));
        lecturer.post(draft + "/submit").expectStatus().isOk();
        assertThat(body(visitor.get(path), 200)).isEqualTo(before);
        visitor.get(draft).expectStatus().isNotFound();
        assertThat(media.isPublished(added)).isFalse();

        JsonNode online = body(officer.post(draft + "/publish"), 200);

        assertThat(online.get("id")).isEqualTo(before.get("id"));
        JsonNode now = body(visitor.get(path), 200);
        assertThat(now.get("title").asString()).isEqualTo("秋收");
        assertThat(now.at("/lessons/0/id")).isEqualTo(before.at("/lessons/0/id"));
        assertThat(now.at("/lessons/1/mediaAssetId").asString()).isEqualTo(added);
        assertThat(now.get("publishedAt")).isEqualTo(before.get("publishedAt"));
        assertThat(media.isPublished(kept)).isTrue();
        assertThat(media.isPublished(added)).isTrue();
        assertThat(media.isPublished(dropped)).isFalse();
        lecturer.get(draft).expectStatus().isNotFound();
        expectProblem(lecturer.get(path + "/revision"), 404, "not-found");
    }

    @Test
    void aReturnedRevisionIsHandedInAgain() {
        String path = published(video());
        String draft = revise(path);
        lecturer.post(draft + "/submit").expectStatus().isOk();

        body(officer.post(draft + "/return", "{\"note\":\"声音太小\"}"), 200);
        assertThat(body(lecturer.get(path + "/revision"), 200).get("reviewNote").asString())
                .isEqualTo("声音太小");
        lecturer.post(draft + "/submit").expectStatus().isOk();

        officer.post(draft + "/publish").expectStatus().isOk();
        visitor.get(path).expectStatus().isOk();
    }

    @Test
    void thereIsOneRevisionAtATimeAndItCanBeDropped() {
        String path = published(video());
        String draft = revise(path);
        assertThat(revise(path)).isEqualTo(draft);

        expectProblem(lecturer.send(HttpMethod.DELETE, draft, null), 428, "version-required");
        expectProblem(lecturer.send(HttpMethod.DELETE, draft, null, "If-Match", "\"9\""), 412, "stale-version");
        delete(draft);

        lecturer.get(draft).expectStatus().isNotFound();
        visitor.get(path).expectStatus().isOk();
        assertThat(revise(path)).isNotEqualTo(draft);
    }

    @Test
    void whatIsArchivedMeanwhileIsNotBroughtBackByItsRevision() {
        String asset = video();
        String path = published(asset);
        String draft = revise(path);
        lecturer.post(draft + "/submit").expectStatus().isOk();
        officer.post(path + "/archive").expectStatus().isOk();

        expectProblem(officer.post(draft + "/publish"), 409, "wrong-course-state");
        expectProblem(lecturer.post(path + "/revision"), 409, "wrong-course-state");
        visitor.get(path).expectStatus().isNotFound();
        assertThat(media.isPublished(asset)).isFalse();

        lecturer.post(draft + "/withdraw").expectStatus().isOk();
        delete(draft);
    }

    @Test
    void onlyTheOwnerRevisesAndOnlyWhatIsOnline() {
        String path = published(video());
        Caller other = Caller.of(client, "451022", Role.LECTURER);

        other.post(path + "/revision").expectStatus().isForbidden();
        String draft = revise(path);
        other.get(path + "/revision").expectStatus().isNotFound();
        other.get(draft).expectStatus().isNotFound();
        expectProblem(lecturer.post(draft + "/revision"), 409, "wrong-course-state");
    }

    @Test
    void tellsWhoChangedWhat() {
        String path = published(video());
        String draft = revise(path);
        change(HttpMethod.PUT, draft, "", COURSE.replace("春耕", "秋收"));
        lecturer.post(draft + "/submit").expectStatus().isOk();
        officer.post(draft + "/publish").expectStatus().isOk();

        JsonNode history = body(lecturer.get(path + "/history?limit=3"), 200);

        JsonNode latest = history.at("/items/0");
        assertThat(latest.get("authorId").asString()).isEqualTo(officer.id());
        assertThat(latest.at("/changes/0/field").asString()).isEqualTo("title");
        assertThat(latest.at("/changes/0/before").asString()).isEqualTo("春耕");
        assertThat(latest.at("/changes/0/after").asString()).isEqualTo("秋收");
        assertThat(history.at("/items/1/changes/0/after").asString()).isEqualTo("PUBLISHED");
        JsonNode first =
                body(lecturer.get(path + "/history?after=" + history.get("next").asString()), 200);
        assertThat(first.at("/items/1/kind").asString()).isEqualTo("CREATED");
        assertThat(first.at("/items/1/authorId").asString()).isEqualTo(lecturer.id());
        Caller.of(client, "451022", Role.LECTURER)
                .get(path + "/history")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void draftsArePutAwayAndBroughtBack() {
        String path = "/courses/"
                + body(lecturer.post("/courses", COURSE), 201).get("id").asString();

        delete(path);
        lecturer.get(path).expectStatus().isNotFound();
        assertThat(body(lecturer.get("/me/courses"), 200).get("items")).isEmpty();
        assertThat(body(lecturer.get("/me/courses/deleted"), 200).get("items")).hasSize(1);
        officer.post(path + "/restore").expectStatus().isNotFound();

        assertThat(body(lecturer.post(path + "/restore"), 200).get("title").asString())
                .isEqualTo("春耕");
        lecturer.post(path + "/restore").expectStatus().isOk();
        JsonNode history = body(lecturer.get(path + "/history"), 200).get("items");
        assertThat(history.at("/0/kind").asString()).isEqualTo("RESTORED");
        assertThat(history.at("/1/kind").asString()).isEqualTo("DELETED");
    }

    @Test
    void whatIsOnlineIsNotPutAway() {
        String path = published(video());

        expectProblem(lecturer.send(HttpMethod.DELETE, path, null, "If-Match", "\"1\""), 409, "wrong-course-state");
    }

    private String video() {
        return media.add(lecturer.id(), MediaKind.VIDEO, READY);
    }

    private String revise(String path) {
        return "/courses/"
                + body(lecturer.post(path + "/revision"), 201).get("id").asString();
    }

    private String published(String... assets) {
        String path = "/courses/"
                + body(lecturer.post("/courses", COURSE), 201).get("id").asString();
        for (String asset : assets) {
            lecturer.post(path + "/lessons", lesson(asset)).expectStatus().isOk();
        }
        lecturer.post(path + "/submit").expectStatus().isOk();
        officer.post(path + "/publish").expectStatus().isOk();
        return path;
    }

    private void delete(String path) {
        lecturer.send(HttpMethod.DELETE, path, null, "If-Match", tag(path))
                .expectStatus()
                .isNoContent();
    }

    private JsonNode change(HttpMethod method, String path, String part, String json) {
        return body(lecturer.send(method, path + part, json, "If-Match", tag(path)), 200);
    }

    private String tag(String path) {
        return "\"" + body(lecturer.get(path), 200).get("version").asString() + "\"";
    }

    private static String lesson(String asset) {
        return "{\"title\":\"第一课\",\"mediaAssetId\":\"" + asset + "\"}";
    }
}
