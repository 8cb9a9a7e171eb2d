package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import jakarta.jms.JMSException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.ReplacementReview.State;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A new file takes the place of one that a published course shows only when an officer has seen it. */
@PlatformTest
class ReplacementReviewTest extends JobScene {

    private static final String QUEUE = "/review/replacements";
    private static final String REASON = "{\"note\":\" 片头有广告 \"}";

    @Autowired
    Replacements replacements;

    private Caller lecturer;
    private Caller officer;
    private Caller neighbour;
    private Caller visitor;

    @BeforeEach
    void people() {
        lecturer = Caller.of(client, api.userId, api.me);
        officer = Caller.of(client, "4510", Role.PUBLICITY);
        neighbour = Caller.of(client, "451023", Role.PUBLICITY);
        visitor = Caller.visitor(client);
    }

    @Test
    void showsTheNewFilmWhenAnOfficerOfTheCoursesRegionHasApprovedIt() throws JMSException {
        String old = ready("旧.mp4");
        String course = published(old);
        String fresh = replaced(old, "新.mp4");

        assertWaits(old, fresh);
        JsonNode asked = inQueue(officer, fresh);
        assertThat(asked.get("fileName").asString()).isEqualTo("新.mp4");
        assertThat(asked.get("replacedName").asString()).isEqualTo("旧.mp4");
        assertThat(asked.at("/lessons/0/courseTitle").asString()).isEqualTo("选种");
        assertThat("/courses/" + asked.at("/lessons/0/courseId").asString()).isEqualTo(course);
        assertThat(body(officer.get(QUEUE + "/" + fresh + "/playback"), 200)
                        .get("master")
                        .asString())
                .contains(fresh);

        officer.post(QUEUE + "/" + fresh + "/approve").expectStatus().isNoContent();

        assertThat(playlist(old)).contains("media/" + fresh + "/");
        assertThat(api.asset(old).fileName()).isEqualTo("新.mp4");
        assertThat(inQueue(officer, fresh)).isNull();
        expectProblem(officer.post(QUEUE + "/" + fresh + "/approve"), 404, "not-found");
        JsonNode latest = body(officer.get(course + "/history"), 200).at("/items/0");
        assertThat(latest.get("authorId").asString()).isEqualTo(officer.id());
        assertThat(latest.at("/changes/0/field").asString()).isEqualTo("file");
        assertThat(latest.at("/changes/0/before").asString()).isEqualTo("旧.mp4");
        assertThat(latest.at("/changes/0/after").asString()).isEqualTo("新.mp4");
    }

    @Test
    void keepsTheOldFilmWhenTheNewOneIsRefusedAndTellsTheLecturerWhy() throws JMSException {
        String old = ready("旧.mp4");
        String course = published(old);
        String fresh = replaced(old, "新.mp4");
        assertWaits(old, fresh);
        expectProblem(officer.post(QUEUE + "/" + fresh + "/refuse", "{\"note\":\" \"}"), 422, "invalid-input");

        officer.post(QUEUE + "/" + fresh + "/refuse", REASON).expectStatus().isNoContent();

        assertThat(inQueue(officer, fresh)).isNull();
        AssetView.ReviewView review = api.asset(fresh).review();
        assertThat(review.state()).isEqualTo(State.REFUSED);
        assertThat(review.note()).isEqualTo("片头有广告");
        expectProblem(officer.post(QUEUE + "/" + fresh + "/approve"), 409, "already-reviewed");
        JsonNode change = body(lecturer.get(course + "/history"), 200).at("/items/0/changes/0");
        assertThat(change.get("field").asString()).isEqualTo("refusedFile");
        assertThat(change.get("after").asString()).isEqualTo("新.mp4；片头有广告");
        replacements.sweep().block(WAIT);
        assertThat(playlist(old)).contains("media/" + old + "/");

        delete(fresh);
        assertThat(objectsOf(fresh)).isEmpty();
        String another = replaced(old, "再来.mp4");
        assertWaits(old, another);
        assertThat(inQueue(officer, another)).isNotNull();
    }

    @Test
    void isNobodyElsesToSeeOrDecide() throws JMSException {
        String old = ready("旧.mp4");
        published(old);
        String fresh = replaced(old, "新.mp4");
        assertWaits(old, fresh);

        assertThat(inQueue(neighbour, fresh)).isNull();
        expectProblem(neighbour.get(QUEUE + "/" + fresh + "/playback"), 404, "not-found");
        expectProblem(neighbour.post(QUEUE + "/" + fresh + "/approve"), 404, "not-found");
        expectProblem(neighbour.post(QUEUE + "/" + fresh + "/refuse", REASON), 404, "not-found");
        lecturer.post(QUEUE + "/" + fresh + "/approve").expectStatus().isForbidden();
        visitor.get("/media-assets/" + fresh + "/links").expectStatus().isNotFound();
        assertThat(api.asset(fresh).review().state()).isEqualTo(State.WAITING);
        assertThat(playlist(old)).contains("media/" + old + "/");
    }

    @Test
    void goesFromTheQueueWhenItsOwnerGivesItUp() throws JMSException {
        String old = ready("旧.mp4");
        published(old);
        String fresh = replaced(old, "新.mp4");
        assertWaits(old, fresh);

        delete(fresh);

        assertThat(inQueue(officer, fresh)).isNull();
        expectProblem(officer.post(QUEUE + "/" + fresh + "/approve"), 404, "not-found");
        assertThat(playlist(old)).contains("media/" + old + "/");
    }

    @Test
    void waitsForNobodyWhenTheCourseIsNoLongerPublished() throws JMSException {
        String old = ready("旧.mp4");
        String course = published(old);
        String fresh = replaced(old, "新.mp4");
        assertWaits(old, fresh);

        officer.post(course + "/archive").expectStatus().isOk();
        replacements.sweep().block(WAIT);

        assertThat(api.asset(old).fileName()).isEqualTo("新.mp4");
        assertThat(inQueue(officer, fresh)).isNull();
    }

    @Test
    void asksNobodyAboutACourseThatIsStillADraft() throws JMSException {
        String old = ready("旧.mp4");
        draft(old);
        String fresh = replaced(old, "新.mp4");

        await().atMost(WAIT).until(() -> api.asset(old).fileName().equals("新.mp4"));
        assertThat(inQueue(officer, fresh)).isNull();
    }

    @Test
    void waitsWithAnotherSoundOfTheFileButNotWithOtherTreatmentOfTheSame() throws JMSException {
        String old = ready("旧.mp4");
        published(old);

        String treated = encodedAgain(old, "{\"sound\":\"MUSIC\"}");
        await().atMost(WAIT).until(() -> playlist(old).contains("media/" + treated + "/"));

        String heard = encodedAgain(old, "{\"sound\":\"SPEECH\",\"soundTrack\":1}");
        await().atMost(WAIT).until(() -> api.asset(heard).review() != null);
        assertThat(playlist(old)).contains("media/" + treated + "/");
        assertThat(inQueue(officer, heard).get("encodesAgain").asBoolean()).isTrue();
        officer.post(QUEUE + "/" + heard + "/approve").expectStatus().isNoContent();
        assertThat(playlist(old)).contains("media/" + heard + "/");
    }

    private void assertWaits(String old, String fresh) {
        await().atMost(WAIT).until(() -> api.asset(fresh).review() != null);
        replacements.sweep().block(WAIT);
        assertThat(api.asset(fresh).review().state()).isEqualTo(State.WAITING);
        assertThat(playlist(old)).contains("media/" + old + "/");
    }

    /** What an officer is asked about a file; null when not asked. */
    private static JsonNode inQueue(Caller caller, String id) {
        String after = "";
        while (true) {
            JsonNode page = body(caller.get(QUEUE + "?limit=50" + after), 200);
            for (JsonNode each : page.get("items")) {
                if (each.get("id").asString().equals(id)) {
                    return each;
                }
            }
            if (page.path("next").isMissingNode() || page.get("next").isNull()) {
                return null;
            }
            after = "&after=" + page.get("next").asString();
        }
    }

    private String draft(String asset) {
        String path = "/courses/"
                + body(
                                lecturer.post(
                                        "/courses",
                                        "{\"title\":\"选种\",\"summary\":\"\",\"format\":\"LECTURE\",\"language\":\"zh\"}"),
                                201)
                        .get("id")
                        .asString();
        body(lecturer.post(path + "/lessons", "{\"title\":\"一\",\"mediaAssetId\":\"" + asset + "\"}"), 200);
        return path;
    }

    private String published(String asset) {
        String path = draft(asset);
        lecturer.post(path + "/submit").expectStatus().isOk();
        officer.post(path + "/publish").expectStatus().isOk();
        return path;
    }

    private String ready(String name) throws JMSException {
        return ready(name, "VIDEO", this::storeTracks);
    }

    private void storeTracks(ClaimReply claim) {
        put(claim.outputPrefix() + "144p.mp4");
        put(claim.outputPrefix() + "360p.mp4");
    }

    private String replaced(String old, String name) throws JMSException {
        byte[] content = ("content of " + name).getBytes(StandardCharsets.UTF_8);
        UploadView upload = api.open(Map.of("fileName", name, "size", content.length, "kind", "VIDEO", "replaces", old))
                .expectStatus()
                .isCreated()
                .expectBody(UploadView.class)
                .returnResult()
                .getResponseBody();
        String id = api.uploaded(upload, content);
        makeReady(id, "VIDEO", this::storeTracks);
        return id;
    }

    private String encodedAgain(String old, String wanted) throws JMSException {
        String id = body(lecturer.post("/media-assets/" + old + "/encode-again", wanted), 202)
                .get("id")
                .asString();
        try (FakeWorker worker = worker(id)) {
            ClaimReply claim = worker.claim(worker.receive());
            storeTracks(claim);
            worker.say(SampleResults.video(id, claim));
            worker.acknowledge();
        }
        return id;
    }

    private void delete(String id) {
        client.delete()
                .uri("/api/v1/media-assets/{id}", id)
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isNoContent();
    }
}
