package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Officers look after the jobs of their region. */
@PlatformTest
class OperationsTest extends JobScene {

    @Test
    void showsJobsOfTheRegionWithTheirReasonInPlainWords() throws JMSException {
        client.get().uri("/api/v1/me").headers(api.me).exchange().expectStatus().isOk();
        String id = api.uploaded("坏视频.mp4", "VIDEO");
        Caller officer = officer(MediaApi.REGION);
        JsonNode waiting = job(officer, id);
        assertThat(waiting.get("state").asString()).isEqualTo("QUEUED");
        assertThat(waiting.get("fileName").asString()).isEqualTo("坏视频.mp4");
        assertThat(waiting.get("uploader").asString()).isEqualTo("Name of " + api.userId);

        fail(id);
        JsonNode failed = job(officer, id);
        assertThat(failed.get("reason").get("code").asString()).isEqualTo("media-program");
        assertThat(failed.get("reason").get("message").asString()).contains("转码程序");
        assertThat(failed.get("log").asString()).isEqualTo("last line");
        assertThat(failed.get("startedAt").asString()).isNotEmpty();
        assertThat(failed.get("endedAt").asString()).isNotEmpty();
        assertThat(failed.get("worker").asString()).startsWith("worker-");
        assertThat(api.asset(id).failure().message()).contains("转码程序");

        assertThat(ids(officer, "/operations/media-jobs?state=FAILED&kind=VIDEO"))
                .contains(id);
        assertThat(ids(officer, "/operations/media-jobs?state=DONE")).doesNotContain(id);
        assertThat(ids(officer, "/operations/media-jobs?kind=PHOTO")).doesNotContain(id);
    }

    @Test
    void keepsJobsOfOneRegionFromTheOfficersOfAnother() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        fail(id);
        Caller nextDoor = officer("451023");
        assertThat(ids(nextDoor, "/operations/media-jobs")).doesNotContain(id);
        nextDoor.get("/operations/media-jobs/" + id).expectStatus().isNotFound();
        nextDoor.post("/operations/media-jobs/" + id + "/retry").expectStatus().isNotFound();
        Caller.of(client, MediaApi.REGION, Role.LECTURER)
                .get("/operations/media-jobs")
                .expectStatus()
                .isForbidden();
        assertThat(job(officer("4510"), id).get("state").asString()).isEqualTo("FAILED");
    }

    @Test
    void putsAsideWhatFailedThreeTimesUntilAnOfficerDecides() throws JMSException {
        String id = api.uploaded("毒.mp4", "VIDEO");
        Caller officer = officer(MediaApi.REGION);
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(ids(officer, "/operations/dead-letters")).doesNotContain(id);
            fail(id);
            if (attempt < 3) {
                officer.post("/operations/media-jobs/" + id + "/retry")
                        .expectStatus()
                        .isAccepted();
            }
        }
        assertThat(ids(officer, "/operations/dead-letters")).contains(id);
        assertThat(ids(officer("451023"), "/operations/dead-letters")).doesNotContain(id);
        officer("451023")
                .send(HttpMethod.DELETE, "/operations/dead-letters/" + id, null)
                .expectStatus()
                .isNotFound();

        officer.send(HttpMethod.DELETE, "/operations/dead-letters/" + id, null)
                .expectStatus()
                .isNoContent();
        assertThat(ids(officer, "/operations/dead-letters")).doesNotContain(id);
        officer.send(HttpMethod.DELETE, "/operations/dead-letters/" + id, null)
                .expectStatus()
                .isNotFound();
        officer.post("/operations/media-jobs/" + id + "/retry").expectStatus().isAccepted();
        try (FakeWorker worker = worker(id)) {
            worker.say(SampleResults.video(id, worker.claim(worker.receive())));
            awaitState(id, MediaState.READY);
        }
        officer.post("/operations/media-jobs/" + id + "/retry").expectStatus().isEqualTo(409);
    }

    @Test
    void tellsHowNearRenditionsComeToTheirSource() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            worker.say(SampleResults.video(id, worker.claim(worker.receive())));
            worker.acknowledge();
            awaitState(id, MediaState.READY);
        }
        JsonNode quality = job(officer(MediaApi.REGION), id).get("quality");
        assertThat(quality).hasSize(2);
        assertThat(quality.get(0).get("rung").asString()).isEqualTo("144p");
        assertThat(quality.get(0).get("ssim").asDouble()).isEqualTo(0.95);
        assertThat(quality.get(0).get("psnr").asDouble()).isEqualTo(38.5);
        assertThat(quality.get(0).get("crf").asInt()).isEqualTo(28);
    }

    private void fail(String id) throws JMSException {
        try (FakeWorker worker = worker(id)) {
            ClaimReply claim = worker.claim(worker.receive());
            worker.say(new JobFailed(id, claim.token(), "ffmpeg ended with 1", "last line"));
            worker.acknowledge();
            awaitState(id, MediaState.FAILED);
        }
    }

    private Caller officer(String region) {
        return Caller.of(client, region, Role.PUBLICITY);
    }

    private static JsonNode job(Caller officer, String id) {
        return Caller.body(officer.get("/operations/media-jobs/" + id), 200);
    }

    private static List<String> ids(Caller officer, String path) {
        List<String> ids = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        Caller.body(officer.get(path + separator + "limit=100"), 200)
                .get("items")
                .forEach(each -> ids.add(each.get("id").asString()));
        return ids;
    }
}
