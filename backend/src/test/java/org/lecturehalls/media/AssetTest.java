package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.MediaJob;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestTokens;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

/** What owners, officers and others see of assets, and may do with them. */
@PlatformTest
class AssetTest extends JobScene {

    @Test
    void showsProgressLive() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            MediaJob job = worker.receive();
            StepVerifier.create(events(id))
                    .assertNext(event -> {
                        assertThat(event.event()).isEqualTo("asset");
                        assertThat(event.data().job().state()).isEqualTo(JobState.QUEUED);
                    })
                    .then(() -> quietly(() -> worker.say(SampleResults.video(id, worker.claim(job)))))
                    .thenConsumeWhile(event -> event.data().state() == MediaState.PROCESSING)
                    .assertNext(event -> assertThat(event.data().state()).isEqualTo(MediaState.READY))
                    .expectComplete()
                    .verify(WAIT);
        }
    }

    @Test
    void keepsAssetsFromOthers() {
        String id = api.uploaded("a.mp4", "VIDEO");
        expect(TestTokens.bearer(Role.LECTURER, "451022", "somebody"), id, 404);
        expect(TestTokens.bearer(Role.VILLAGER, "451022", "somebody"), id, 404);
        expect(TestTokens.bearer(Role.PUBLICITY, "451023", "officer-next-door"), id, 404);
        expect(TestTokens.bearer(Role.PUBLICITY, "4510", "officer"), id, 200);
        expect(TestTokens.bearer(Role.ADMIN, "45", "admin"), id, 200);
        client.delete()
                .uri("/api/v1/media-assets/{id}", id)
                .headers(TestTokens.as(Role.ADMIN, "45", "admin"))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void deletesAssetWithAllItsObjectsAndStopsItsWorker() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            ClaimReply claim = worker.claim(worker.receive());
            put(claim.outputPrefix() + "144p.mp4");
            for (int repeat = 0; repeat < 2; repeat++) {
                client.delete()
                        .uri("/api/v1/media-assets/{id}", id)
                        .headers(api.me)
                        .exchange()
                        .expectStatus()
                        .isNoContent();
            }
            assertThat(worker.cancellation().token()).isEqualTo(claim.token());
            assertThat(objectsOf(id)).isEmpty();

            put(claim.outputPrefix() + "straggler.mp4");
            worker.say(SampleResults.video(id, claim));
            afterAllAnswersSoFar(worker);
            clock.advance(Duration.ofMinutes(61));
            collector.sweep().block(WAIT);
            assertThat(objectsOf(id)).isEmpty();
        }
        client.get()
                .uri("/api/v1/media-assets/{id}", id)
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isNotFound();
        client.delete()
                .uri("/api/v1/media-assets/{id}", id)
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private void expect(String bearer, String id, int status) {
        for (String path : List.of("/api/v1/media-assets/{id}", "/api/v1/media-assets/{id}/links")) {
            boolean notReady = status == 200 && path.endsWith("links");
            client.get()
                    .uri(path, id)
                    .header("Authorization", bearer)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(notReady ? 409 : status);
        }
    }

    @Test
    void keepsAssetsThatAreInUse() {
        String id = api.uploaded("a.mp4", "VIDEO");
        String course = client.post()
                .uri("/api/v1/courses")
                .headers(api.me)
                .bodyValue(Map.of("title", "t", "summary", "s", "format", "LECTURE", "language", "zh"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("id")
                .asString();
        client.post()
                .uri("/api/v1/courses/{course}/lessons", course)
                .headers(api.me)
                .bodyValue(Map.of("title", "l", "mediaAssetId", id))
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        client.delete()
                .uri("/api/v1/media-assets/{id}", id)
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("in-use");
        assertThat(objectsOf(id)).hasSize(1);
    }

    @Test
    void endsTheStreamOfAssetThatIsDeleted() {
        String id = api.uploaded("a.mp4", "VIDEO");
        StepVerifier.create(events(id))
                .expectNextCount(1)
                .then(() -> client.delete()
                        .uri("/api/v1/media-assets/{id}", id)
                        .headers(api.me)
                        .exchange())
                .expectComplete()
                .verify(WAIT);
    }

    private Flux<ServerSentEvent<AssetView>> events(String id) {
        return client.get()
                .uri("/api/v1/media-assets/{id}/events", id)
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<AssetView>>() {})
                .getResponseBody()
                .filter(event -> event.data() != null);
    }

    private static void quietly(Speaking speaking) {
        try {
            speaking.run();
        } catch (JMSException e) {
            throw new AssertionError(e);
        }
    }

    private interface Speaking {
        void run() throws JMSException;
    }
}
