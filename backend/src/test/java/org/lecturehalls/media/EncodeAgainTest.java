package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.AssetView.SoundTrackView;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.media.contract.JobRefused;
import org.lecturehalls.media.contract.MediaJob;
import org.lecturehalls.media.contract.PartJob;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.media.contract.VideoPlan;
import org.lecturehalls.media.contract.VideoPlanned;
import org.lecturehalls.storage.StoredObject;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A lecturer has a video encoded once more, with another of its sounds. */
@PlatformTest
class EncodeAgainTest extends JobScene {

    private static final Duration GRACE = Duration.ofHours(13);
    private static final Duration OLD_ENOUGH = Duration.ofHours(25);

    @Autowired
    MediaLibrary library;

    @Autowired
    Replacements replacements;

    @Autowired
    SourceRetention retention;

    @Autowired
    OrphanSweep orphanSweep;

    @Test
    void listsTheSoundsOfAFileAndSaysWhichIsHeard() throws JMSException {
        AssetView asset = api.asset(ready("两条声音.mp4"));

        assertThat(asset.sound()).isEqualTo(SoundChoice.SPEECH);
        assertThat(asset.encodesAgain()).isFalse();
        assertThat(asset.soundTracks())
                .containsExactly(
                        new SoundTrackView(0, "chi", "机上话筒", "aac", 1, 10.0, true, true),
                        new SoundTrackView(1, null, "调音台", "aac", 2, 10.04, false, false));
    }

    @Test
    void playsTheOldContentUntilTheOtherSoundIsVerified() throws JMSException {
        String id = ready("课.mp4");
        library.setPublished(id, true).block(WAIT);
        long held = held();

        AssetView again = begun(encode(id, "MUSIC", 1));

        assertThat(again.id()).isNotEqualTo(id);
        assertThat(again.replaces()).isEqualTo(id);
        assertThat(again.encodesAgain()).isTrue();
        try (FakeWorker worker = worker(again.id())) {
            MediaJob job = worker.receive();
            assertThat(job.sourceKey()).isEqualTo("uploads/" + id + "/source");
            assertThat(job.sound()).isEqualTo(SoundChoice.MUSIC);
            assertThat(job.soundTrack()).isEqualTo(1);
            ClaimReply claim = worker.claim(job);
            storeAll(claim);
            assertThat(playlist(id)).contains("media/" + id + "/");
            assertThat(held()).as("the same file twice").isEqualTo(held);

            worker.say(SampleResults.video(again.id(), claim));
            worker.acknowledge();
        }
        await().atMost(WAIT).until(() -> playlist(id).contains("media/" + again.id() + "/"));
        AssetView shown = api.asset(id);
        assertThat(shown.published()).isTrue();
        assertThat(shown.sound()).isEqualTo(SoundChoice.MUSIC);
        assertThat(shown.soundTracks()).extracting(SoundTrackView::chosen).containsExactly(false, true);
        assertThat(listed()).containsExactly(id);
        assertThat(held()).isEqualTo(held);

        assertThat(list("media/" + id + "/"))
                .as("players may be in the middle of it")
                .isNotEmpty();
        passes(GRACE);
        assertThat(list("media/" + id + "/")).isEmpty();
        assertThat(list("uploads/" + id + "/")).as("the source stays").hasSize(1);
        assertNoOrphans(id, again.id());
    }

    @Test
    void encodesAgainWhatWasEncodedAgainAndWhatWasReplaced() throws JMSException {
        String id = ready("一.mp4");
        String second = done(id, encode(id, "SPEECH", 1));
        String third = done(id, encode(id, "MUSIC", null));
        passes(GRACE);
        assertThat(objectsOf(second)).isEmpty();
        assertThat(list("uploads/" + id + "/")).hasSize(1);

        String upload = replacing(id, "二.mp4");
        makeReady(upload);
        await().atMost(WAIT).until(() -> api.asset(id).fileName().equals("二.mp4"));
        assertThat(api.asset(id).soundTracks())
                .extracting(SoundTrackView::chosen)
                .as("a new file begins anew")
                .containsExactly(true, false);
        String fourth = done(id, encode(id, "SPEECH", 1));
        passes(GRACE);
        assertThat(objectsOf(third)).isEmpty();
        assertThat(list("uploads/" + id + "/"))
                .as("the first source has no use")
                .isEmpty();
        assertThat(keys(objectsOf(upload))).containsExactly("uploads/" + upload + "/source");
        assertNoOrphans(id, upload, fourth);

        delete(id).expectStatus().isNoContent();
        for (String each : List.of(id, second, third, upload, fourth)) {
            assertThat(objectsOf(each)).isEmpty();
        }
        assertThat(listed()).isEmpty();
    }

    @Test
    void leavesTheOldContentWhenItFailsAndCanBeTriedAgainOrStopped() throws JMSException {
        String id = ready("课.mp4");
        library.setPublished(id, true).block(WAIT);
        AssetView again = begun(encode(id, "SPEECH", 1));
        try (FakeWorker worker = worker(again.id())) {
            ClaimReply claim = worker.claim(worker.receive());
            worker.say(new JobFailed(again.id(), claim.token(), "ffmpeg ended with 1.", ""));
            worker.acknowledge();
            awaitState(again.id(), MediaState.FAILED);
        }
        replacements.sweep().block(WAIT);
        assertThat(playlist(id)).contains("media/" + id + "/");
        code(encode(id, "SPEECH", 1), 409, "replacement-awaited");

        post("/api/v1/media-assets/" + again.id() + "/retry", Map.of())
                .expectStatus()
                .isAccepted();
        try (FakeWorker worker = worker(again.id())) {
            ClaimReply claim = worker.claim(worker.receive());
            worker.say(new JobRefused(
                    again.id(), claim.token(), RefusalCode.NO_SUCH_SOUND_TRACK, "Sound 1 is wanted; there are [0]."));
            worker.acknowledge();
        }
        assertThat(awaitState(again.id(), MediaState.REFUSED).refusal().code()).isEqualTo("no-such-sound-track");
        delete(again.id()).expectStatus().isNoContent();

        assertThat(list("uploads/" + id + "/")).as("the source is not its own").hasSize(1);
        assertThat(playlist(id)).contains("media/" + id + "/");
        begun(encode(id, "SPEECH", 1));
    }

    @Test
    void endsWithTheAssetThatItWasMeantFor() throws JMSException {
        String id = ready("课.mp4");
        AssetView again = begun(encode(id, "MUSIC", null));
        try (FakeWorker worker = worker(again.id())) {
            ClaimReply claim = worker.claim(worker.receive());
            put(claim.outputPrefix() + "144p.mp4");

            delete(id).expectStatus().isNoContent();

            assertThat(worker.cancellation().token()).isEqualTo(claim.token());
        }
        assertThat(objectsOf(id)).isEmpty();
        assertThat(objectsOf(again.id())).isEmpty();
        assertThat(listed()).isEmpty();
    }

    @Test
    void beginsTheSameOnce() throws JMSException {
        String id = ready("课.mp4");

        AssetView first = begun(encode(id, "SPEECH", 1));

        assertThat(begun(encode(id, "SPEECH", 1)).id()).isEqualTo(first.id());
        code(encode(id, "MUSIC", 1), 409, "replacement-awaited");
        assertThat(listed()).containsExactly(first.id(), id);
        code(encode(first.id(), "MUSIC", 1), 409, "cannot-be-encoded-again");
    }

    @Test
    void makesAPictureOfFullSizeOnlyForThoseWhoAskForIt() throws JMSException {
        String id = ready("课.mp4");
        assertThat(api.asset(id).fullHd()).isFalse();

        AssetView again = begun(encode(id, Map.of("sound", "SPEECH", "fullHd", true)));

        try (FakeWorker worker = worker(again.id())) {
            MediaJob job = worker.receive();
            assertThat(job.fullHd()).isTrue();
            assertThat(job.sound()).isEqualTo(SoundChoice.SPEECH);
            ClaimReply claim = worker.claim(job);
            storeAll(claim);
            worker.say(SampleResults.video(again.id(), claim));
            worker.acknowledge();
        }
        await().atMost(WAIT).until(() -> playable(id, again.id()));
        assertThat(api.asset(id).fullHd()).isTrue();
        code(encode(id, Map.of("sound", "SPEECH", "fullHd", true)), 409, "encoding-unchanged");
        begun(encode(id, Map.of("sound", "SPEECH")));
    }

    @Test
    void keepsThePosterThatWasChosen() throws JMSException {
        String id = ready("课.mp4");
        client.put()
                .uri("/api/v1/media-assets/{id}/poster", id)
                .headers(api.me)
                .header("If-Match", "\"" + posters(id).get("version").asLong() + "\"")
                .bodyValue(Map.of("number", 3))
                .exchange()
                .expectStatus()
                .isOk();

        String again = done(id, encode(id, "MUSIC", null));

        assertThat(posters(id).get("chosen").asInt()).isEqualTo(3);
        assertThat(posters(id).get("posters").get(2).asString()).contains("media/" + again + "/");
    }

    @Test
    void refusesWhatCannotBeHeardOrEncoded() throws JMSException {
        String id = ready("课.mp4");
        JsonNode problem = code(encode(id, "SPEECH", 2), 422, "invalid-input");
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("soundTrack");
        encode(id, "SPEECH", -1).expectStatus().isEqualTo(422);
        encode(id, null, 1).expectStatus().isEqualTo(422);
        code(encode(id, "SPEECH", null), 409, "encoding-unchanged");
        code(encode(id, "SPEECH", 0), 409, "encoding-unchanged");
        code(encode(api.uploaded("还没好.mp4", "VIDEO"), "SPEECH", 1), 409, "media-not-ready");
        code(encode(ready("教案.docx", "DOCUMENT"), "SPEECH", null), 409, "cannot-be-encoded-again");
        client.post()
                .uri("/api/v1/media-assets/{id}/encode-again", id)
                .headers(new MediaApi(client).me)
                .bodyValue(Map.of("sound", "MUSIC"))
                .exchange()
                .expectStatus()
                .isNotFound();
        replacing(id, "新.mp4");
        code(encode(id, "SPEECH", 1), 409, "replacement-awaited");
    }

    @Test
    void saysThatTheOriginalIsGoneAndKeepsItWhileItIsNeeded() throws JMSException {
        String id = ready("课.mp4");
        AssetView again = begun(encode(id, "SPEECH", 1));
        clock.advance(OLD_ENOUGH);
        retention.dropOlderThan(Duration.ofDays(1)).block(WAIT);
        assertThat(list("uploads/" + id + "/")).as("it is being encoded").hasSize(1);
        makeReady(again.id());
        await().atMost(WAIT).until(() -> playable(id, again.id()));

        clock.advance(OLD_ENOUGH);
        retention.dropOlderThan(Duration.ofDays(1)).block(WAIT);
        assertThat(list("uploads/" + id + "/")).isEmpty();
        JsonNode problem = code(encode(id, "MUSIC", 0), 409, "source-gone");
        assertThat(problem.get("title").asString()).contains("原文件已");
        assertNoOrphans(id, again.id());
    }

    @Test
    void boundsHowManyOnePersonHasEncodedAtATime() throws JMSException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i <= 20; i++) {
            ids.add(ready(i + ".mp4"));
        }
        for (String id : ids.subList(0, 20)) {
            begun(encode(id, "MUSIC", null));
        }
        code(encode(ids.get(20), "MUSIC", null), 422, "too-many-encodings");
    }

    @Test
    void handsTheSourceToAllWhoShareALongVideo() throws JMSException {
        String id = ready("长.mp4");
        AssetView again = begun(encode(id, "SPEECH", 1));
        try (FakeWorker worker = worker(again.id());
                FakeWorker parts = FakeWorker.ofParts(connections, again.id())) {
            ClaimReply claim = worker.claim(worker.receive());
            VideoPlan plan = new VideoPlan(
                    "ffmpeg-1",
                    "{}",
                    100,
                    25,
                    List.of(2_500L),
                    List.of(new VideoPlan.PlannedRung("144p", 256, 144, 90_000)),
                    true,
                    List.of(),
                    SampleResults.SOUNDS);
            worker.say(new VideoPlanned(again.id(), claim.token(), claim.outputPrefix(), plan));
            worker.acknowledge();

            PartJob part = parts.receivePart();

            assertThat(part.sourceKey()).isEqualTo("uploads/" + id + "/source");
            assertThat(part.jobId()).startsWith(again.id() + ":");
        }
    }

    private String ready(String name) throws JMSException {
        return ready(name, "VIDEO", this::storeAll);
    }

    private void makeReady(String id) throws JMSException {
        makeReady(id, "VIDEO", this::storeAll);
    }

    private void storeAll(ClaimReply claim) {
        for (String name : List.of(
                "144p.mp4",
                "360p.mp4",
                "audio.m4a",
                "poster-1.jpg",
                "poster-2.jpg",
                "poster-3.jpg",
                "strip-1.jpg",
                "strip-2.jpg")) {
            put(claim.outputPrefix() + name);
        }
    }

    /** Has it encoded, waits until it is shown, and answers the id of the second encoding. */
    private String done(String id, ResponseSpec asked) throws JMSException {
        String again = begun(asked).id();
        makeReady(again, "VIDEO", this::storeAll);
        await().atMost(WAIT).until(() -> playable(id, again));
        return again;
    }

    private boolean playable(String id, String content) {
        String poster = library.links(id, LinkPurpose.OWNER).block(WAIT).poster();
        return poster != null && poster.contains("media/" + content + "/");
    }

    private ResponseSpec encode(String id, @Nullable String sound, @Nullable Integer track) {
        Map<String, Object> body = new HashMap<>();
        body.put("sound", sound);
        body.put("soundTrack", track);
        return encode(id, body);
    }

    private ResponseSpec encode(String id, Map<String, Object> body) {
        return post("/api/v1/media-assets/" + id + "/encode-again", body);
    }

    private ResponseSpec post(String path, Object body) {
        return client.post().uri(path).headers(api.me).bodyValue(body).exchange();
    }

    private static AssetView begun(ResponseSpec answer) {
        return answer.expectStatus()
                .isAccepted()
                .expectBody(AssetView.class)
                .returnResult()
                .getResponseBody();
    }

    private static JsonNode code(ResponseSpec answer, int status, String code) {
        JsonNode problem = answer.expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(problem.get("code").asString()).isEqualTo(code);
        return problem;
    }

    private String replacing(String id, String name) {
        byte[] content = ("content of " + name).getBytes(StandardCharsets.UTF_8);
        UploadView upload = api.open(Map.of("fileName", name, "size", content.length, "kind", "VIDEO", "replaces", id))
                .expectStatus()
                .isCreated()
                .expectBody(UploadView.class)
                .returnResult()
                .getResponseBody();
        return api.uploaded(upload, content);
    }

    private ResponseSpec delete(String id) {
        return client.delete()
                .uri("/api/v1/media-assets/{id}", id)
                .headers(api.me)
                .exchange();
    }

    private void passes(Duration time) {
        clock.advance(time);
        collector.sweep().block(WAIT);
    }

    private void assertNoOrphans(String... ids) {
        clock.advance(OLD_ENOUGH);
        orphanSweep.sweep().block(Duration.ofMinutes(2));
        Caller admin = Caller.of(client, "45", Role.ADMIN);
        List<String> found = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonNode page = Caller.body(admin.get("/operations/orphans?limit=100" + after), 200);
            page.get("items").forEach(each -> found.add(each.get("id").asString()));
            after = page.hasNonNull("next") ? "&after=" + page.get("next").asString() : null;
        }
        for (String id : ids) {
            assertThat(found).noneMatch(orphan -> orphan.contains(id));
        }
    }

    private static List<String> keys(List<StoredObject> objects) {
        return objects.stream().map(StoredObject::key).toList();
    }

    private JsonNode posters(String id) {
        return get("/api/v1/media-assets/" + id + "/poster");
    }

    /** What counts towards the lecturer's quota, in bytes. */
    private long held() {
        return get("/api/v1/me/storage").get("use").get("counted").asLong();
    }

    private List<String> listed() {
        List<String> ids = new ArrayList<>();
        get("/api/v1/media-assets")
                .get("items")
                .forEach(each -> ids.add(each.get("id").asString()));
        return ids;
    }

    private JsonNode get(String path) {
        return client.get()
                .uri(path)
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }
}
