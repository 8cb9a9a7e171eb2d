package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.media.contract.JobRefused;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.MediaJob;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.media.contract.VideoReady;
import org.lecturehalls.support.PlatformTest;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A job that goes its way. */
@PlatformTest
class JobTest extends JobScene {

    @Test
    void makesVideoReady() throws JMSException {
        String id = api.uploaded("讲习.mov", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            MediaJob job = worker.receive();
            assertThat(job.kind()).isEqualTo(MediaKind.VIDEO);
            assertThat(job.fileName()).isEqualTo("讲习.mov");
            assertThat(job.bucket()).isEqualTo(store.bucket());
            assertThat(store.stat(job.sourceKey()).block(WAIT).size()).isEqualTo(job.sourceBytes());

            ClaimReply claim = worker.claim(job);
            assertThat(claim.granted()).isTrue();
            assertThat(claim.outputPrefix()).matches("media/" + id + "/1-[0-9a-z]{26}/");

            worker.say(new JobProgress(id, claim.token(), JobStep.TRANSCODING, 40));
            AssetView running = awaitAsset(id, asset -> asset.job().percent() == 40);
            assertThat(running.job().state()).isEqualTo(JobState.RUNNING);
            assertThat(running.job().step()).isEqualTo(JobStep.TRANSCODING);

            worker.say(SampleResults.video(id, claim));
            worker.acknowledge();
            AssetView ready = awaitState(id, MediaState.READY);
            assertThat(ready.job().state()).isEqualTo(JobState.DONE);
            assertThat(ready.durationSeconds()).isEqualTo(10.04);
            assertThat(ready.renditions()).containsExactly("144p", "360p");
            assertThat(ready.audioOnly()).isFalse();
            assertThat(ready.bytes()).isEqualTo(3_000);
        }
    }

    @Test
    void tellsWorkerWhatIsHeard() throws JMSException {
        assertThat(soundOf("山歌.mp4", Map.of("sound", "MUSIC"))).isEqualTo(SoundChoice.MUSIC);
        assertThat(soundOf("讲习.mp4", Map.of())).isEqualTo(SoundChoice.SPEECH);
        api.open(Map.of("fileName", "a.mp4", "size", 1, "kind", "VIDEO", "sound", "NOISE"))
                .expectStatus()
                .isBadRequest();
    }

    private @Nullable SoundChoice soundOf(String fileName, Map<String, String> choice) throws JMSException {
        Map<String, Object> wanted = new HashMap<>(Map.of("fileName", fileName, "size", 3, "kind", "VIDEO"));
        wanted.putAll(choice);
        UploadView upload =
                api.open(wanted).expectBody(UploadView.class).returnResult().getResponseBody();
        String id = api.uploaded(upload, new byte[] {1, 2, 3});
        try (FakeWorker worker = worker(id)) {
            return worker.receive().sound();
        }
    }

    @Test
    void makesDocumentReady() throws JMSException {
        String id = api.uploaded("教案.docx", "DOCUMENT");
        try (FakeWorker worker = new FakeWorker(connections, MediaQueues.DOCUMENT_JOBS, id)) {
            ClaimReply claim = worker.claim(worker.receive());
            worker.say(SampleResults.document(id, claim, 3));
            AssetView ready = awaitState(id, MediaState.READY);
            assertThat(ready.pages()).isEqualTo(3);
            assertThat(ready.audioOnly()).isNull();
        }
    }

    @Test
    void leavesNothingOfRefusedFiles() throws JMSException {
        String id = api.uploaded("list.m3u8", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            ClaimReply claim = worker.claim(worker.receive());
            put(claim.outputPrefix() + "half.mp4");
            worker.say(new JobRefused(id, claim.token(), RefusalCode.SCRIPT_NOT_MEDIA, "An HLS playlist."));
            AssetView refused = awaitState(id, MediaState.REFUSED);
            assertThat(refused.refusal().code()).isEqualTo("script-not-media");
            assertThat(refused.refusal().message()).isEqualTo("这是播放列表或脚本，不是音视频文件");
            await().atMost(WAIT).until(() -> objectsOf(id).isEmpty());
        }
        client.post()
                .uri("/api/v1/media-assets/{id}/retry", id)
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void triesFailedJobsAgainWhenAsked() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            ClaimReply first = worker.claim(worker.receive());
            worker.say(new JobFailed(id, first.token(), "ffmpeg ended with 1", "x".repeat(9_000) + "last line"));
            worker.acknowledge();
            AssetView failed = awaitState(id, MediaState.FAILED);
            assertThat(failed.job().detail()).isEqualTo("ffmpeg ended with 1");
            assertThat(failed.job().outputTail()).hasSize(JobFailed.MAX_TAIL).endsWith("last line");

            retry(id).expectStatus().isAccepted();
            retry(id).expectStatus().isEqualTo(409);
            assertThat(api.asset(id).state()).isEqualTo(MediaState.PROCESSING);
            ClaimReply second = worker.claim(worker.receive());
            assertThat(second.granted()).isTrue();
            assertThat(second.token()).isGreaterThan(first.token());
            worker.say(SampleResults.video(id, second));
            awaitState(id, MediaState.READY);
        }
    }

    @Test
    void givesOneJobToOneWorker() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            MediaJob job = worker.receive();
            assertThat(worker.claim(job, false).granted()).isTrue();
            assertThat(worker.claim(job, false)).isEqualTo(ClaimReply.DENIED);
        }
    }

    @Test
    void deniesJobsThatAreUnknownOrFinished() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            MediaJob job = worker.receive();
            worker.say(SampleResults.video(id, worker.claim(job)));
            awaitState(id, MediaState.READY);
            assertThat(worker.claim(job, true)).isEqualTo(ClaimReply.DENIED);
            MediaJob unknown = new MediaJob("none", "none", MediaKind.VIDEO, "b", "k", 1, "a", "a/b");
            assertThat(worker.claim(unknown, false)).isEqualTo(ClaimReply.DENIED);
        }
    }

    @Test
    void doesNotKeepResultThatContradictsItself() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            ClaimReply claim = worker.claim(worker.receive());
            VideoReady elsewhere =
                    SampleResults.video(id, new ClaimReply(true, claim.token(), "media/of-somebody-else/1-a/"));
            worker.say(elsewhere);
            AssetView failed = awaitState(id, MediaState.FAILED);
            assertThat(failed.job().detail()).contains("not where it should be");
        }
    }

    @Test
    void dropsMessagesThatNobodyUnderstands() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            worker.send(MediaQueues.ANSWERS, List.of("not", "a", "message"));
            worker.say(SampleResults.video(id, worker.claim(worker.receive())));
            awaitState(id, MediaState.READY);
        }
    }

    private WebTestClient.ResponseSpec retry(String id) {
        return client.post()
                .uri("/api/v1/media-assets/{id}/retry", id)
                .headers(api.me)
                .exchange();
    }
}
