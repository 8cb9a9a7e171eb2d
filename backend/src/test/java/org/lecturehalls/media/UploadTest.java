package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.storage.ObjectStore;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.test.web.reactive.server.WebTestClient;

/** An upload from its first part to its asset, or to its end. */
@PlatformTest
class UploadTest {

    private static final int PART = 8 << 20;
    private static final Duration WAIT = Duration.ofSeconds(20);

    @Autowired
    WebTestClient client;

    @Autowired
    ObjectStore store;

    @Autowired
    UploadEnd end;

    @Autowired
    TestClock clock;

    @Autowired
    ReactiveMongoOperations mongo;

    MediaApi api;

    @BeforeEach
    void newLecturer() {
        api = new MediaApi(client);
    }

    @Test
    void opensUploadWithItsParts() {
        api.open("讲习 1.mp4", 2L * PART + 1, "video/mp4", "VIDEO")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueMatches("Location", "/api/v1/uploads/[0-9a-z]{26}")
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("OPEN")
                .jsonPath("$.partSize")
                .isEqualTo(PART)
                .jsonPath("$.partCount")
                .isEqualTo(3)
                .jsonPath("$.parts")
                .isEmpty()
                .jsonPath("$.fileName")
                .isEqualTo("讲习 1.mp4")
                .jsonPath("$.assetId")
                .doesNotExist();
    }

    @Test
    void goesOnAfterParts() {
        byte[] first = filled(PART);
        byte[] last = filled(10);
        UploadView upload = api.opened("a.mp4", PART + 10L, "VIDEO");
        String lastTag = api.put(upload, 2, last);

        UploadView again = api.upload(upload.id());
        assertThat(again.parts()).extracting(UploadView.Part::number).containsExactly(2);

        String firstTag = api.put(upload, 1, first);
        assertThat(api.upload(upload.id()).parts())
                .containsExactly(
                        new UploadView.Part(1, PART, firstTag.replace("\"", "")),
                        new UploadView.Part(2, 10, lastTag.replace("\"", "")));

        List<Map<String, Object>> parts = List.of(MediaApi.part(1, firstTag), MediaApi.part(2, lastTag));
        for (int repeat = 0; repeat < 2; repeat++) {
            api.complete(upload.id(), parts)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.state")
                    .isEqualTo("COMPLETED")
                    .jsonPath("$.assetId")
                    .isEqualTo(upload.id());
        }
        assertThat(store.stat("uploads/" + upload.id() + "/source").block(WAIT).size())
                .isEqualTo(PART + 10L);
        AssetView asset = api.asset(upload.id());
        assertThat(asset.state()).isEqualTo(MediaState.PROCESSING);
        assertThat(asset.job().state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void completesOnceUnderManyRequests() {
        byte[] content = filled(100);
        UploadView upload = api.opened("a.mp4", 100, "VIDEO");
        List<Map<String, Object>> parts = List.of(MediaApi.part(1, api.put(upload, 1, content)));
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> api.complete(upload.id(), parts)
                        .returnResult(String.class)
                        .getStatus()
                        .value())
                .toList();
        assertThat(statuses).contains(200).containsAnyOf(200, 409).allMatch(status -> status == 200 || status == 409);
        assertThat(api.upload(upload.id()).state()).isEqualTo(UploadView.State.COMPLETED);
    }

    @Test
    void namesThePartsThatAreNotRight() {
        UploadView upload = api.opened("a.mp4", 3L * PART, "VIDEO");
        api.put(upload, 1, filled(PART));
        String tag = api.put(upload, 2, filled(20));
        api.complete(upload.id(), List.of(MediaApi.part(1, "\"0123\""), MediaApi.part(2, tag)))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("upload-incomplete")
                .jsonPath("$.errors[0].field")
                .isEqualTo("parts[1]")
                .jsonPath("$.errors[0].code")
                .isEqualTo("part-etag")
                .jsonPath("$.errors[1].code")
                .isEqualTo("part-size")
                .jsonPath("$.errors[2].code")
                .isEqualTo("part-missing");
        assertThat(api.upload(upload.id()).state()).isEqualTo(UploadView.State.OPEN);
        client.get()
                .uri("/api/v1/media-assets/{id}", upload.id())
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void keepsUploadsFromOthers() {
        UploadView upload = api.opened("a.mp4", 10, "VIDEO");
        MediaApi other = new MediaApi(client);
        client.get()
                .uri("/api/v1/uploads/{id}", upload.id())
                .headers(other.me)
                .exchange()
                .expectStatus()
                .isNotFound();
        client.delete()
                .uri("/api/v1/uploads/{id}", upload.id())
                .headers(other.me)
                .exchange()
                .expectStatus()
                .isNotFound();
        other.complete(upload.id(), List.of()).expectStatus().isNotFound();
        client.get()
                .uri("/api/v1/uploads")
                .headers(TestTokens.as(Role.VILLAGER, MediaApi.REGION, "v"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void listsOwnOpenUploadsPageByPage() {
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(i -> api.opened(i + ".mp4", 10, "VIDEO").id())
                .toList();
        client.delete()
                .uri("/api/v1/uploads/{id}", ids.get(4))
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isNoContent();
        List<String> seen = new java.util.ArrayList<>();
        String after = "";
        do {
            Map<?, ?> page = client.get()
                    .uri("/api/v1/uploads?limit=3" + after)
                    .headers(api.me)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(Map.class)
                    .returnResult()
                    .getResponseBody();
            ((List<?>) page.get("items")).forEach(item -> seen.add((String) ((Map<?, ?>) item).get("id")));
            after = page.get("next") == null ? "" : "&after=" + page.get("next");
        } while (!after.isEmpty());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ids.subList(0, 4));
    }

    @Test
    void leavesNothingOfAbortedUploads() {
        UploadView upload = api.opened("a.mp4", PART, "VIDEO");
        api.put(upload, 1, filled(PART));
        for (int repeat = 0; repeat < 2; repeat++) {
            client.delete()
                    .uri("/api/v1/uploads/{id}", upload.id())
                    .headers(api.me)
                    .exchange()
                    .expectStatus()
                    .isNoContent();
        }
        assertThat(partsOf(upload)).isEmpty();
        assertThat(api.upload(upload.id()).state()).isEqualTo(UploadView.State.ABORTED);
        api.complete(upload.id(), List.of()).expectStatus().isEqualTo(410);
        client.post()
                .uri("/api/v1/uploads/{id}/part-urls", upload.id())
                .headers(api.me)
                .bodyValue(Map.of("partNumbers", List.of(1)))
                .exchange()
                .expectStatus()
                .isEqualTo(410);
    }

    @Test
    void dropsExpiredUploadsWithTheirParts() {
        UploadView upload = api.opened("a.mp4", PART, "VIDEO");
        api.put(upload, 1, filled(PART));
        clock.advance(Duration.ofDays(6));
        end.sweep().block(WAIT);
        assertThat(api.upload(upload.id()).state()).isEqualTo(UploadView.State.OPEN);
        assertThat(partsOf(upload)).hasSize(1);
        clock.advance(Duration.ofDays(2));
        end.sweep().block(WAIT);
        assertThat(api.upload(upload.id()).state()).isEqualTo(UploadView.State.EXPIRED);
        assertThat(partsOf(upload)).isEmpty();
    }

    @Test
    void opensOnceForOneIdempotencyKey() {
        List<String> ids = IntStream.range(0, 3)
                .mapToObj(i -> client.post()
                        .uri("/api/v1/uploads")
                        .headers(api.me)
                        .header("Idempotency-Key", "key-1")
                        .bodyValue(Map.of("fileName", "a.mp4", "size", 10, "kind", "VIDEO"))
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody(UploadView.class)
                        .returnResult()
                        .getResponseBody()
                        .id())
                .toList();
        assertThat(ids).hasSize(3).containsOnly(ids.get(0));
    }

    private List<?> partsOf(UploadView upload) {
        Upload stored = mongo.findById(upload.id(), Upload.class).block(WAIT);
        return store.parts(stored.key(), stored.storeId()).block(WAIT);
    }

    private static byte[] filled(int size) {
        byte[] content = new byte[size];
        Arrays.fill(content, (byte) 'x');
        return content;
    }
}
