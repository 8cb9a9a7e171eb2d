package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.media.contract.PackJob;
import org.lecturehalls.media.contract.PackKind;
import org.lecturehalls.media.contract.PackReady;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Officers look after the jobs of their region. */
@PlatformTest
class OperationsTest extends JobScene {

    @Autowired
    MediaLibrary library;

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

    @Test
    void showsOrdersOfPlainFilesAndHasThemTriedAgain() throws JMSException {
        String id = ready("离线.mp4", "VIDEO");
        library.orderOfflineFiles(id, "油茶", "").block(WAIT);
        Caller officer = officer(MediaApi.REGION);
        JsonNode waiting = pack(officer, id);
        String order = waiting.get("id").asString();
        assertThat(waiting.get("state").asString()).isEqualTo("QUEUED");
        assertThat(waiting.get("work").asString()).isEqualTo("PACK");
        assertThat(waiting.get("fileName").asString()).isEqualTo("离线.mp4");
        assertThat(waiting.get("uploaderId").asString()).isEqualTo(api.userId);
        assertThat(ids(officer, "/operations/media-jobs")).containsSubsequence(order, id);
        assertThat(ids(officer, "/operations/media-jobs?work=ASSET"))
                .contains(id)
                .doesNotContain(order);
        assertThat(ids(officer, "/operations/media-jobs?kind=DOCUMENT")).doesNotContain(order);

        try (FakeWorker worker = packer(id)) {
            for (int attempt = 1; attempt <= 3; attempt++) {
                PackJob job = worker.receivePack();
                ClaimReply claim = worker.claim(job.jobId(), false);
                worker.say(new JobProgress(job.jobId(), claim.token(), JobStep.TRANSCODING, 60));
                worker.say(new JobFailed(job.jobId(), claim.token(), "ffmpeg ended with 1", "last line"));
            }
            worker.acknowledge();
        }
        await().atMost(WAIT).until(() -> job(officer, order).get("state").asString(), "FAILED"::equals);
        JsonNode failed = job(officer, order);
        assertThat(failed.get("reason").get("code").asString()).isEqualTo("media-program");
        assertThat(failed.get("log").asString()).isEqualTo("last line");
        assertThat(failed.get("attempt").asInt()).isEqualTo(3);
        assertThat(ids(officer, "/operations/dead-letters")).contains(order);
        assertThat(ids(officer, "/operations/media-jobs?state=FAILED&work=PACK"))
                .contains(order);
        assertThat(job(officer, id).get("state").asString())
                .as("the video is fine")
                .isEqualTo("DONE");

        Caller nextDoor = officer("451023");
        assertThat(ids(nextDoor, "/operations/media-jobs")).doesNotContain(order);
        nextDoor.get("/operations/media-jobs/" + order).expectStatus().isNotFound();
        nextDoor.post("/operations/media-jobs/" + order + "/retry")
                .expectStatus()
                .isNotFound();
        nextDoor.send(HttpMethod.DELETE, "/operations/dead-letters/" + order, null)
                .expectStatus()
                .isNotFound();

        officer.send(HttpMethod.DELETE, "/operations/dead-letters/" + order, null)
                .expectStatus()
                .isNoContent();
        assertThat(ids(officer, "/operations/dead-letters")).doesNotContain(order);
        officer.post("/operations/media-jobs/" + order + "/retry")
                .expectStatus()
                .isAccepted();
        officer.post("/operations/media-jobs/" + order + "/retry")
                .expectStatus()
                .isEqualTo(409);
        try (FakeWorker worker = packer(id)) {
            PackJob job = worker.receivePack();
            worker.say(ready(job, worker.claim(job.jobId(), false)));
            worker.acknowledge();
        }
        await().atMost(WAIT).until(() -> job(officer, order).get("state").asString(), "DONE"::equals);
        assertThat(job(officer, order).get("percent").asInt()).isEqualTo(100);
    }

    @Test
    void pagesThroughJobsOfAllKindsWithoutLosingAny() throws JMSException {
        List<String> wanted = new ArrayList<>();
        Caller officer = officer(MediaApi.REGION);
        for (String name : List.of("一.mp4", "二.mp4", "三.mp4")) {
            String id = ready(name, "VIDEO");
            library.orderOfflineFiles(id, name, "").block(WAIT);
            wanted.add(id);
            wanted.add(pack(officer, id).get("id").asString());
        }
        List<String> read = new ArrayList<>();
        String after = "";
        while (after != null && !read.containsAll(wanted)) {
            JsonNode page = Caller.body(officer.get("/operations/media-jobs?limit=2" + after), 200);
            page.get("items").forEach(each -> read.add(each.get("id").asString()));
            after = page.hasNonNull("next") ? "&after=" + page.get("next").asString() : null;
        }
        Collections.reverse(wanted);
        assertThat(read).doesNotHaveDuplicates().containsSubsequence(wanted);
    }

    private FakeWorker packer(String id) {
        return new FakeWorker(connections, MediaQueues.PACK_JOBS, id + "/pack");
    }

    private static PackReady ready(PackJob job, ClaimReply claim) {
        PackReady.PackedFile file =
                new PackReady.PackedFile(PackKind.VIDEO, claim.outputPrefix() + "video.mp4", 5, "0".repeat(64));
        return new PackReady(job.jobId(), claim.token(), claim.outputPrefix(), List.of(file));
    }

    /** The order of an asset's plain files, as officers see it. */
    private static JsonNode pack(Caller officer, String assetId) {
        JsonNode items = Caller.body(officer.get("/operations/media-jobs?work=PACK&limit=100"), 200)
                .get("items");
        for (JsonNode each : items) {
            if (each.get("assetId").asString().equals(assetId)) {
                return each;
            }
        }
        throw new AssertionError("No order is listed for " + assetId);
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
