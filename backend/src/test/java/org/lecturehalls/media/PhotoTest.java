package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobRefused;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestTokens;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Photos, and the halls that show them. */
@PlatformTest
class PhotoTest extends JobScene {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void keepsOnlyWhatDoesNotSayWhereItWasTaken() throws JMSException {
        String id = ready("大门.jpg", "PHOTO", claim -> put(claim.outputPrefix() + "photo-320.jpg"));

        await().atMost(LIMIT).until(() -> list("uploads/" + id + "/").isEmpty());
        client.get()
                .uri("/api/v1/media-assets/{id}/links", id)
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.pageImages.length()")
                .isEqualTo(2);
    }

    @Test
    void takesNoMoreThanPhotosNeed() {
        api.open("大门.jpg", 31L << 20, "image/jpeg", "PHOTO")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("file-too-large");
        api.open("大门.svg", 1000, "image/svg+xml", "PHOTO").expectStatus().isEqualTo(422);
    }

    @Test
    void saysWhatToDoAboutPhotosOfPhonesThatOthersCannotRead() throws JMSException {
        String id = api.uploaded("大门.heic", "PHOTO");
        try (FakeWorker worker = photoWorker(id)) {
            ClaimReply claim = worker.claim(worker.receive());
            worker.say(new JobRefused(id, claim.token(), RefusalCode.HEIC_PHOTO, "HEIC."));
            assertThat(awaitState(id, MediaState.REFUSED).refusal().message()).contains("HEIC", "JPEG");
        }
    }

    @Test
    void showsPhotosOfAHallToAnyone() throws JMSException {
        String hall = hall();
        String photo = ready("大门.jpg", "PHOTO", claim -> put(claim.outputPrefix() + "photo-320.jpg"));
        String coming = api.uploaded("院子.png", "PHOTO");

        put(hall, 0, officer(), coming, photo).expectStatus().isOk();

        album(hall).jsonPath("$.photos[0].state").isEqualTo("PROCESSING");
        album(hall).jsonPath("$.photos[1].alt").isEqualTo("照片 " + photo);
        album(hall).jsonPath("$.photos[1].sizes[0].width").isEqualTo(320);
        album(hall)
                .jsonPath("$.photos[1].sizes[1].url")
                .value(url -> assertThat((String) url).contains("960.jpg"));
    }

    @Test
    void deletesPhotosThatNoHallShowsAnyMore() throws JMSException {
        String first = hall();
        String second = hall();
        String photo = ready("大门.jpg", "PHOTO", claim -> put(claim.outputPrefix() + "photo-320.jpg"));
        put(first, 0, officer(), photo).expectStatus().isOk();
        put(second, 0, officer(), photo).expectStatus().isOk();

        client.delete()
                .uri("/api/v1/media-assets/{id}", photo)
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        put(first, 1, officer()).expectStatus().isOk();
        assertThat(api.asset(photo).state()).isEqualTo(MediaState.READY);
        put(second, 1, officer()).expectStatus().isOk();
        await().atMost(LIMIT).until(() -> objectsOf(photo).isEmpty());
    }

    @Test
    void refusesWhatIsNoPhotoOfOnesOwn() throws JMSException {
        String hall = hall();
        String photo = ready("大门.jpg", "PHOTO", claim -> put(claim.outputPrefix() + "photo-320.jpg"));
        String video = api.uploaded("a.mp4", "VIDEO");
        Caller stranger = new Caller(Role.HALL_MANAGER, "451023");

        put(hall, 0, officer(), "none").expectStatus().isEqualTo(422);
        put(hall, 0, officer(), video).expectStatus().isEqualTo(422);
        put(hall, 0, officer(), photo, photo).expectStatus().isEqualTo(422);
        put(hall, 0, stranger, photo).expectStatus().isEqualTo(404);
        put(hall, 0, new Caller(Role.HALL_MANAGER, "451022"), photo)
                .expectStatus()
                .isEqualTo(403);
        put(hall, 0, officer(), photo).expectStatus().isOk();
        put(hall, 0, officer()).expectStatus().isEqualTo(412);
    }

    private record Caller(Role role, String region) {}

    private static Caller officer() {
        return new Caller(Role.PUBLICITY, MediaApi.REGION);
    }

    private WebTestClient.BodyContentSpec album(String hall) {
        return client.get()
                .uri("/api/v1/halls/{id}/photos", hall)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private WebTestClient.ResponseSpec put(String hall, long version, Caller caller, String... ids) {
        List<Map<String, String>> photos = new ArrayList<>();
        for (String id : ids) {
            photos.add(Map.of("assetId", id, "alt", "照片 " + id));
        }
        return client.put()
                .uri("/api/v1/halls/{id}/photos", hall)
                .headers(TestTokens.as(caller.role(), caller.region(), "user-" + Ids.next()))
                .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                .bodyValue(Map.of("photos", photos))
                .exchange();
    }

    private String hall() {
        Map<String, Object> hall = Map.ofEntries(
                Map.entry("number", "P-" + Ids.next()),
                Map.entry("name", "平马讲习所"),
                Map.entry("type", "HALL"),
                Map.entry("state", "OPEN"),
                Map.entry("region", "451022"),
                Map.entry("address", "平马镇"),
                Map.entry("latitude", 23.6),
                Map.entry("longitude", 107.1),
                Map.entry("capacity", 60));
        return client.method(HttpMethod.POST)
                .uri("/api/v1/halls")
                .headers(TestTokens.as(Role.PUBLICITY, MediaApi.REGION, "user-" + Ids.next()))
                .bodyValue(hall)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("id")
                .toString();
    }

    private FakeWorker photoWorker(String id) {
        return new FakeWorker(connections, MediaQueues.PHOTO_JOBS, id);
    }
}
