package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.storage.ObjectStore;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/** What is not taken, and how much at most. */
@PlatformTest
class UploadBoundsTest {

    private static final int PART = 8 << 20;
    private static final Duration WAIT = Duration.ofSeconds(20);

    @Autowired
    WebTestClient client;

    MediaApi api;

    @BeforeEach
    void newLecturer() {
        api = new MediaApi(client);
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

    @Test
    void boundsWhatOnePersonKeeps() {
        long eight = 8L << 30;
        IntStream.range(0, 12).forEach(i -> api.opened(i + ".mp4", eight, "VIDEO"));
        refused(api.open("13.mp4", eight, "", "VIDEO"), "quota-exceeded");
        api.opened("small.mp4", 4L << 30, "VIDEO");
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
        assertThat(MediaKind.values()).hasSize(3);
    }

    private WebTestClient.ResponseSpec signing(UploadView upload, List<Integer> numbers) {
        return client.post()
                .uri("/api/v1/uploads/{id}/part-urls", upload.id())
                .headers(api.me)
                .bodyValue(Map.of("partNumbers", numbers))
                .exchange();
    }

    private static void refused(WebTestClient.ResponseSpec response, String code) {
        response.expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private static void refusedAs(WebTestClient.ResponseSpec response, boolean full) {
        if (full) {
            refused(response, "too-many-uploads");
        } else {
            response.expectStatus().isCreated();
        }
    }
}
