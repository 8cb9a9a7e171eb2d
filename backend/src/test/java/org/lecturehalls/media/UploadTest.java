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
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.storage.ObjectStore;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

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
    void signsAtMostTenPartsThatExist() {
        UploadView upload = api.opened("a.mp4", PART, "VIDEO");
        signing(upload, List.of(2)).expectStatus().isEqualTo(422);
        signing(upload, List.of(0)).expectStatus().isEqualTo(422);
        signing(upload, List.of()).expectStatus().isEqualTo(422);
        signing(upload, IntStream.range(1, 12).boxed().toList()).expectStatus().isEqualTo(422);
        signing(upload, List.of(1)).expectStatus().isOk();
    }

    private WebTestClient.ResponseSpec signing(UploadView upload, List<Integer> numbers) {
        return client.post()
                .uri("/api/v1/uploads/{id}/part-urls", upload.id())
                .headers(api.me)
                .bodyValue(Map.of("partNumbers", numbers))
                .exchange();
    }

    @Test
    void refusesWhatCanNeverBeAccepted() {
        refused(api.open("a.mp4", 0, "video/mp4", "VIDEO"), "empty-file");
        refused(api.open("a.mp4", (8L << 30) + 1, "video/mp4", "VIDEO"), "file-too-large");
        refused(api.open("a.docx", (50L << 20) + 1, "", "DOCUMENT"), "file-too-large");
        refused(api.open("a.exe", 10, "application/x-msdownload", "VIDEO"), "unknown-kind");
        refused(api.open("a.png", 10, "image/png", "VIDEO"), "unknown-kind");
        refused(api.open("a.mp4", 10, "video/mp4", "DOCUMENT"), "unknown-kind");
    }

    @Test
    void takesWhatTheWorkerHasBetterWordsFor() {
        for (String name : List.of("list.m3u8", "x.ffconcat", "S.AMR", "no-ending", "-y $(id) `id` ';&.mp4")) {
            String type = name.equals("no-ending") ? "video/x-anything; codecs=x" : "";
            api.open(name, 10, type, "VIDEO").expectStatus().isCreated();
        }
        for (String name : List.of("a.docm", "a.PDF", "a.ppt", "a.odt")) {
            api.open(name, 10, "", "DOCUMENT").expectStatus().isCreated();
        }
    }

    @Test
    void keepsHostileNamesForShowOnly() {
        UploadView upload = api.opened("../../etc/\u0000pass\nwd\u202Efdp.<script>.mp4", 10, "VIDEO");
        assertThat(upload.fileName()).isEqualTo("../../etc/ pass wd fdp.<script>.mp4");
        assertThat(api.opened("名".repeat(900) + ".mp4", 10, "VIDEO").fileName())
                .hasSize(200)
                .endsWith("名.mp4");
        api.open(" ", 10, "video/mp4", "VIDEO").expectStatus().isEqualTo(422);
        api.open("x".repeat(1001) + ".mp4", 10, "video/mp4", "VIDEO")
                .expectStatus()
                .isEqualTo(422);
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
        signing(upload, List.of(1)).expectStatus().isEqualTo(410);
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

    private List<?> partsOf(UploadView upload) {
        Upload stored = mongo.findById(upload.id(), Upload.class).block(WAIT);
        return store.parts(stored.key(), stored.storeId()).block(WAIT);
    }

    @Test
    void boundsOpenUploadsPerPerson() {
        List<Integer> statuses = Flux.range(0, 26)
                .flatMap(
                        i -> Flux.defer(() -> Flux.just(api.open(i + ".mp4", 10, "", "VIDEO")
                                        .returnResult(String.class)
                                        .getStatus()
                                        .value()))
                                .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()),
                        4)
                .collectList()
                .block(WAIT);
        long created = statuses.stream().filter(status -> status == 201).count();
        assertThat(created).isBetween(15L, 20L);
        refusedAs(api.open("one-more.mp4", 10, "", "VIDEO"), created == 20);
    }

    private static void refusedAs(WebTestClient.ResponseSpec response, boolean full) {
        if (full) {
            refused(response, "too-many-uploads");
        } else {
            response.expectStatus().isCreated();
        }
    }

    @Test
    void boundsWhatOnePersonKeeps() {
        long eight = 8L << 30;
        IntStream.range(0, 12).forEach(i -> api.opened(i + ".mp4", eight, "VIDEO"));
        refused(api.open("13.mp4", eight, "", "VIDEO"), "quota-exceeded");
        api.opened("small.mp4", 4L << 30, "VIDEO");
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

    @Test
    void choosesPartsThatTheStoreTakes() {
        PartPlan huge = PartPlan.of(500L << 30, PART);
        assertThat(huge.count()).isLessThanOrEqualTo(ObjectStore.MAX_PARTS);
        assertThat(huge.partSize() % (1 << 20)).isZero();
        PartPlan exact = PartPlan.of(2L * PART, PART);
        assertThat(exact.count()).isEqualTo(2);
        assertThat(exact.sizeOf(2)).isEqualTo(PART);
        assertThat(PartPlan.of(1, PART).sizeOf(1)).isEqualTo(1);
        assertThat(MediaKind.values()).hasSize(2);
    }

    private static void refused(WebTestClient.ResponseSpec response, String code) {
        response.expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private static byte[] filled(int size) {
        byte[] content = new byte[size];
        Arrays.fill(content, (byte) 'x');
        return content;
    }
}
