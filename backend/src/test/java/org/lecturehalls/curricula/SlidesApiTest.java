package org.lecturehalls.curricula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.media.MediaState.PROCESSING;
import static org.lecturehalls.media.MediaState.READY;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Slides that page beside a video of 90.5 seconds; the document has three pages. */
@PlatformTest
@Import(TestMedia.class)
class SlidesApiTest {

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestMedia media;

    private Caller lecturer;
    private Caller officer;
    private Caller visitor;
    private String course;
    private String slides;
    private String document;

    @BeforeEach
    void lessonWithDocument() {
        lecturer = Caller.of(client, "451022", Role.LECTURER);
        officer = Caller.of(client, "4510", Role.PUBLICITY);
        visitor = Caller.visitor(client);
        document = media.add(lecturer.id(), MediaKind.DOCUMENT, READY);
        String text = "{\"title\":\"春耕\",\"summary\":\"\",\"format\":\"STORY\",\"language\":\"zh\"}";
        course = "/courses/"
                + body(lecturer.post("/courses", text), 201).get("id").asString();
        slides = lesson(media.add(lecturer.id(), MediaKind.VIDEO, READY));
    }

    @Test
    void areShownInOrderToWhoeverMayWatch() {
        JsonNode changed = body(put("60:3,0:1,12.3456:2"), 200);
        assertThat(changed.get("lessons").get(0).get("slidesAssetId").asString())
                .isEqualTo(document);
        visitor.get(slides).expectStatus().isNotFound();

        publish();
        JsonNode shown = body(visitor.get(slides), 200);

        assertThat(shown.get("turns")
                        .valueStream()
                        .map(turn -> turn.get("seconds").asDouble() + ":"
                                + turn.get("page").asInt()))
                .containsExactly("0.0:1", "12.346:2", "60.0:3");
        assertThat(media.isPublished(document)).as("with the course").isTrue();
        assertThat(body(officer.post(course + "/archive"), 200).get("state").asString())
                .isEqualTo("ARCHIVED");
        assertThat(media.isPublished(document)).isFalse();
    }

    @Test
    void areReplacedAndTakenAway() {
        body(put("0:1"), 200);
        lecturer.send(HttpMethod.PUT, slides, json("0:2"), "If-Match", "\"0\"")
                .expectStatus()
                .isEqualTo(412);
        lecturer.put(slides, json("0:2")).expectStatus().isEqualTo(428);
        body(put("5:2"), 200);
        assertThat(body(lecturer.get(slides), 200).get("turns").size()).isEqualTo(1);

        JsonNode without = body(lecturer.send(HttpMethod.DELETE, slides, null, "If-Match", tag()), 200);
        assertThat(without.get("lessons").get(0).has("slidesAssetId")).isFalse();
        lecturer.get(slides).expectStatus().isNotFound();
    }

    @Test
    void refuseTimesAndPagesThatAreNone() {
        for (String[] wrong : List.of(
                new String[] {"-1:1", "turns[0].seconds", "turn-beyond-video"},
                new String[] {"90.5:1", "turns[0].seconds", "turn-beyond-video"},
                new String[] {"1e308:1", "turns[0].seconds", "turn-beyond-video"},
                new String[] {"3:1,3.0001:2", "turns[1].seconds", "turn-twice"},
                new String[] {"0:4", "turns[0].page", "page-beyond-document"})) {
            JsonNode problem = body(put(wrong[0]), 422).get("errors").get(0);
            assertThat(problem.get("field").asString()).as(wrong[0]).isEqualTo(wrong[1]);
            assertThat(problem.get("code").asString()).as(wrong[0]).isEqualTo(wrong[2]);
        }
        put("0:0").expectStatus().isEqualTo(422);
        put(IntStream.rangeClosed(0, 300).mapToObj(i -> i / 10.0 + ":1").collect(Collectors.joining(",")))
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void refuseWhatIsNoReadyDocumentOfOnesOwn() {
        document = media.add(lecturer.id(), MediaKind.VIDEO, READY);
        assertThat(code(put("0:1"))).isEqualTo("not-a-document");
        document = media.add("somebody-else", MediaKind.DOCUMENT, READY);
        assertThat(code(put("0:1"))).isEqualTo("no-such-asset");
        document = media.add(lecturer.id(), MediaKind.DOCUMENT, PROCESSING);
        expectProblem(put("0:1"), 409, "media-not-ready");
    }

    @Test
    void areForVideoLessonsOfOnesOwnDrafts() {
        String beside = lesson(media.add(lecturer.id(), MediaKind.DOCUMENT, READY));
        lecturer.send(HttpMethod.PUT, beside, json("0:1"), "If-Match", tag())
                .expectStatus()
                .isNotFound();
        Caller.of(client, "451022", Role.LECTURER)
                .send(HttpMethod.PUT, slides, json("0:1"), "If-Match", tag())
                .expectStatus()
                .isNotFound();
        body(put("0:1"), 200);
        publish();
        expectProblem(put("0:2"), 409, "wrong-course-state");
    }

    @Test
    void keepACourseFromItsAudienceUntilTheDocumentIsThere() {
        body(put("0:1"), 200);
        media.delete(document);
        body(lecturer.post(course + "/submit"), 200);
        expectProblem(officer.post(course + "/publish"), 409, "media-not-ready");
    }

    private ResponseSpec put(String turns) {
        return lecturer.send(HttpMethod.PUT, slides, json(turns), "If-Match", tag());
    }

    private String json(String turns) {
        String list = List.of(turns.split(",")).stream()
                .map(turn -> "{\"seconds\":%s,\"page\":%s}".formatted((Object[]) turn.split(":")))
                .collect(Collectors.joining(","));
        return "{\"mediaAssetId\":\"%s\",\"turns\":[%s]}".formatted(document, list);
    }

    private static String code(ResponseSpec answer) {
        return body(answer, 422).get("errors").get(0).get("code").asString();
    }

    private String tag() {
        return "\"" + body(lecturer.get(course), 200).get("version").asLong() + "\"";
    }

    private void publish() {
        body(lecturer.post(course + "/submit"), 200);
        body(officer.post(course + "/publish"), 200);
    }

    private String lesson(String asset) {
        JsonNode with =
                body(lecturer.post(course + "/lessons", "{\"title\":\"课\",\"mediaAssetId\":\"" + asset + "\"}"), 200);
        JsonNode lessons = with.get("lessons");
        return course + "/lessons/" + lessons.get(lessons.size() - 1).get("id").asString() + "/slides";
    }
}
