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
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A new upload takes the place of a video that is in use. */
@PlatformTest
class ReplacementTest extends JobScene {

    @Autowired
    MediaLibrary library;

    @Autowired
    Replacements replacements;

    @Test
    void playsTheOldOneUntilTheNewOneIsVerifiedThenTheNewOne() throws JMSException {
        String old = inUse("旧.mp4");
        String fresh = replacing(old, "新.mp4");
        assertThat(api.asset(fresh).replaces()).isEqualTo(old);
        assertThat(playlist(old)).contains("media/" + old + "/");

        makeReady(fresh);
        await().atMost(WAIT).until(() -> playlist(old).contains("media/" + fresh + "/"));
        AssetView shown = api.asset(old);
        assertThat(shown.fileName()).isEqualTo("新.mp4");
        assertThat(shown.published()).isTrue();
        assertThat(listed()).contains(old).doesNotContain(fresh);

        assertThat(objectsOf(old)).as("players may be in the middle of it").isNotEmpty();
        clock.advance(Duration.ofHours(13));
        collector.sweep().block(WAIT);
        assertThat(objectsOf(old)).isEmpty();
        assertThat(objectsOf(fresh)).isNotEmpty();
        assertThat(playlist(old)).contains("media/" + fresh + "/");
    }

    @Test
    void keepsTheOldOneWhenTheNewOneFailsOrIsGivenUp() throws JMSException {
        String old = inUse("旧.mp4");
        String fresh = replacing(old, "坏.mp4");
        try (FakeWorker worker = worker(fresh)) {
            ClaimReply claim = worker.claim(worker.receive());
            worker.say(new JobFailed(fresh, claim.token(), "ffmpeg ended with 1", ""));
            worker.acknowledge();
            awaitState(fresh, MediaState.FAILED);
        }
        replacements.sweep().block(WAIT);
        assertThat(playlist(old)).contains("media/" + old + "/");
        open("再来.mp4", "VIDEO", old).expectStatus().isEqualTo(409);

        delete(fresh).expectStatus().isNoContent();
        assertThat(objectsOf(fresh)).isEmpty();
        assertThat(playlist(old)).contains("media/" + old + "/");
        open("再来.mp4", "VIDEO", old).expectStatus().isCreated();
    }

    @Test
    void replacesAgainAndLeavesNothingWhenAllIsDeleted() throws JMSException {
        String asset = ready("一.mp4");
        String second = replacing(asset, "二.mp4");
        makeReady(second);
        await().atMost(WAIT).until(() -> api.asset(asset).fileName().equals("二.mp4"));
        delete(second).expectStatus().isNotFound();
        String third = replacing(asset, "三.mp4");
        makeReady(third);
        await().atMost(WAIT).until(() -> api.asset(asset).fileName().equals("三.mp4"));
        clock.advance(Duration.ofHours(13));
        collector.sweep().block(WAIT);
        assertThat(objectsOf(second)).isEmpty();
        assertThat(objectsOf(asset)).isEmpty();
        assertThat(objectsOf(third)).isNotEmpty();

        delete(asset).expectStatus().isNoContent();
        assertThat(objectsOf(third)).isEmpty();
        assertThat(listed()).isEmpty();
    }

    @Test
    void standsOnItsOwnWhenTheOldOneIsGone() throws JMSException {
        String old = ready("旧.mp4");
        String fresh = replacing(old, "新.mp4");
        delete(old).expectStatus().isNoContent();
        makeReady(fresh);
        await().atMost(WAIT).until(() -> api.asset(fresh).replaces() == null);
        assertThat(listed()).containsExactly(fresh);
        assertThat(objectsOf(fresh)).isNotEmpty();
    }

    @Test
    void refusesWhatCannotBeReplaced() throws JMSException {
        String old = ready("旧.mp4");
        open("a.docx", "DOCUMENT", old).expectStatus().isEqualTo(422);
        open("a.mp4", "VIDEO", "none").expectStatus().isEqualTo(422);
        String coming = api.uploaded("还没好.mp4", "VIDEO");
        open("a.mp4", "VIDEO", coming).expectStatus().isEqualTo(409);
        MediaApi other = new MediaApi(client);
        client.post()
                .uri("/api/v1/uploads")
                .headers(other.me)
                .bodyValue(Map.of("fileName", "a.mp4", "size", 3, "kind", "VIDEO", "replaces", old))
                .exchange()
                .expectStatus()
                .isEqualTo(422);
    }

    private String inUse(String name) throws JMSException {
        String id = ready(name);
        library.setPublished(id, true).block(WAIT);
        return id;
    }

    private String ready(String name) throws JMSException {
        return ready(name, "VIDEO", this::storeTracks);
    }

    private void makeReady(String id) throws JMSException {
        makeReady(id, "VIDEO", this::storeTracks);
    }

    private void storeTracks(ClaimReply claim) {
        put(claim.outputPrefix() + "144p.mp4");
        put(claim.outputPrefix() + "360p.mp4");
    }

    private ResponseSpec open(String name, String kind, String replaced) {
        Map<String, Object> body = new HashMap<>(Map.of("fileName", name, "size", content(name).length, "kind", kind));
        body.put("replaces", replaced);
        return client.post()
                .uri("/api/v1/uploads")
                .headers(api.me)
                .bodyValue(body)
                .exchange();
    }

    private static byte[] content(String name) {
        return ("content of " + name).getBytes(StandardCharsets.UTF_8);
    }

    private String replacing(String old, String name) {
        UploadView upload = open(name, "VIDEO", old)
                .expectStatus()
                .isCreated()
                .expectBody(UploadView.class)
                .returnResult()
                .getResponseBody();
        assertThat(upload.replaces()).isEqualTo(old);
        String tag = api.put(upload, 1, content(name));
        api.complete(upload.id(), List.of(MediaApi.part(1, tag))).expectStatus().isOk();
        return upload.id();
    }

    private ResponseSpec delete(String id) {
        return client.delete()
                .uri("/api/v1/media-assets/{id}", id)
                .headers(api.me)
                .exchange();
    }

    private List<String> listed() {
        List<String> ids = new ArrayList<>();
        client.get()
                .uri("/api/v1/media-assets")
                .headers(TestTokens.as(Role.LECTURER, MediaApi.REGION, api.userId))
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("items")
                .forEach(each -> ids.add(each.get("id").asString()));
        return ids;
    }
}
