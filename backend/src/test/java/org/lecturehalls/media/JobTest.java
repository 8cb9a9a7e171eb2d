package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.media.contract.JobRefused;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.MediaJob;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.media.contract.VideoReady;
import org.lecturehalls.storage.ObjectStore;
import org.lecturehalls.storage.StoredObject;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;

/** The life of a job, with a worker that does what the test says. */
@PlatformTest
class JobTest {

    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration LEASE = Duration.ofSeconds(61);

    @Autowired
    WebTestClient client;

    @Autowired
    ConnectionFactory connections;

    @Autowired
    ObjectStore store;

    @Autowired
    JobSweep sweep;

    @Autowired
    GarbageCollector collector;

    @Autowired
    TestClock clock;

    MediaApi api;

    @BeforeEach
    void newLecturer() {
        api = new MediaApi(client);
    }

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

    private WebTestClient.ResponseSpec retry(String id) {
        return client.post()
                .uri("/api/v1/media-assets/{id}/retry", id)
                .headers(api.me)
                .exchange();
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
    void lateAnswerOfOldTokenChangesNothing() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            MediaJob job = worker.receive();
            ClaimReply old = worker.claim(job, false);
            ClaimReply present = worker.claim(job, true);
            assertThat(present.token()).isGreaterThan(old.token());
            assertThat(worker.cancellation().token()).isEqualTo(old.token());

            put(old.outputPrefix() + "144p.mp4");
            worker.say(new JobProgress(id, old.token(), JobStep.STORING, 99));
            worker.say(new JobFailed(id, old.token(), "too late", ""));
            worker.say(new JobRefused(id, old.token(), RefusalCode.DAMAGED, "too late"));
            worker.say(SampleResults.video(id, old));
            await().atMost(WAIT).until(() -> list(old.outputPrefix()).isEmpty());
            AssetView asset = api.asset(id);
            assertThat(asset.state()).isEqualTo(MediaState.PROCESSING);
            assertThat(asset.job().percent()).isZero();

            put(present.outputPrefix() + "144p.mp4");
            worker.say(SampleResults.video(id, present));
            awaitState(id, MediaState.READY);
            assertThat(list(present.outputPrefix())).hasSize(1);
        }
    }

    @Test
    void answerThatComesTwiceKeepsItsObjects() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            ClaimReply claim = worker.claim(worker.receive());
            put(claim.outputPrefix() + "144p.mp4");
            VideoReady answer = SampleResults.video(id, claim);
            worker.say(answer);
            worker.say(answer);
            worker.say(new JobFailed(id, claim.token(), "after the end", ""));
            awaitState(id, MediaState.READY);
            afterAllAnswersSoFar(worker);
            assertThat(api.asset(id).state()).isEqualTo(MediaState.READY);
            assertThat(list(claim.outputPrefix())).hasSize(1);
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
    void sendsLostMessageAgain() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            worker.receive();
            worker.acknowledge();
            sweep.sweep().block(WAIT);
            assertThat(worker.hasNothingToDo()).isTrue();
            clock.advance(LEASE);
            sweep.sweep().block(WAIT);
            assertThat(worker.claim(worker.receive(), false).granted()).isTrue();
        }
    }

    @Test
    void doesNotSendMessageAgainThatStillWaits() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        clock.advance(LEASE);
        sweep.sweep().block(WAIT);
        clock.advance(LEASE);
        sweep.sweep().block(WAIT);
        try (FakeWorker worker = worker(id)) {
            worker.receive();
            worker.acknowledge();
            assertThat(worker.hasNothingToDo()).isTrue();
        }
    }

    @Test
    void givesJobOfSilentWorkerToAnother() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            MediaJob job = worker.receive();
            ClaimReply frozen = worker.claim(job);
            worker.acknowledge();
            clock.advance(Duration.ofSeconds(50));
            worker.say(new JobProgress(id, frozen.token(), JobStep.TRANSCODING, 10));
            awaitAsset(id, asset -> asset.job().percent() == 10);
            clock.advance(Duration.ofSeconds(50));
            sweep.sweep().block(WAIT);
            assertThat(worker.hasNothingToDo()).as("it was heard of 50 s ago").isTrue();

            clock.advance(Duration.ofSeconds(11));
            sweep.sweep().block(WAIT);
            assertThat(worker.cancellation().token()).isEqualTo(frozen.token());
            ClaimReply other = worker.claim(worker.receive());
            assertThat(other.granted()).isTrue();
            assertThat(api.asset(id).job().attempt()).isEqualTo(2);

            worker.say(SampleResults.video(id, frozen));
            worker.say(SampleResults.video(id, other));
            awaitState(id, MediaState.READY);
        }
    }

    @Test
    void redeliveredJobIsClaimedAtOnce() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            worker.claim(worker.receive());
            worker.giveBack();
            MediaJob again = worker.receive();
            assertThat(worker.isRedelivered()).isTrue();
            assertThat(worker.claim(again).granted()).isTrue();
        }
    }

    @Test
    void givesUpAfterThreeAttempts() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            MediaJob job = worker.receive();
            for (int attempt = 1; attempt <= 3; attempt++) {
                assertThat(worker.claim(job, true).granted()).isTrue();
            }
            assertThat(worker.claim(job, true)).isEqualTo(ClaimReply.DENIED);
            AssetView failed = awaitState(id, MediaState.FAILED);
            assertThat(failed.job().detail()).isEqualTo("gave up after 3 attempts");
        }
        assertThat(list("uploads/" + id + "/"))
                .as("the source, for another try")
                .hasSize(1);
    }

    @Test
    void failsJobThatNoWorkerCouldFinish() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            for (int delivery = 1; delivery <= 3; delivery++) {
                worker.receive();
                worker.giveBack();
            }
            AssetView failed = awaitState(id, MediaState.FAILED);
            assertThat(failed.job().detail()).contains("delivered too often");
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

    @Test
    void showsProgressLive() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        var events = client.get()
                .uri("/api/v1/media-assets/{id}/events", id)
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<AssetView>>() {})
                .getResponseBody();
        try (FakeWorker worker = worker(id)) {
            MediaJob job = worker.receive();
            StepVerifier.create(events.filter(event -> event.data() != null))
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

    /** Answers are dealt with one after the other, so what was said before is done when this is. */
    private void afterAllAnswersSoFar(FakeWorker worker) throws JMSException {
        String marker = api.uploaded("marker.mp4", "VIDEO");
        try (FakeWorker other = worker(marker)) {
            ClaimReply claim = other.claim(other.receive());
            worker.say(new JobProgress(marker, claim.token(), JobStep.FETCHING, 1));
            awaitAsset(marker, asset -> asset.job().percent() == 1);
        }
    }

    private FakeWorker worker(String id) {
        return new FakeWorker(connections, MediaQueues.VIDEO_JOBS, id);
    }

    private AssetView awaitState(String id, MediaState state) {
        return awaitAsset(id, asset -> asset.state() == state);
    }

    private AssetView awaitAsset(String id, Predicate<AssetView> wanted) {
        return await().atMost(WAIT).until(() -> api.asset(id), wanted);
    }

    private void put(String key) {
        store.put(key, "x".getBytes(StandardCharsets.UTF_8), "video/mp4").block(WAIT);
    }

    private List<StoredObject> list(String prefix) {
        return store.list(prefix).collectList().block(WAIT);
    }

    private List<StoredObject> objectsOf(String id) {
        return store.list("uploads/" + id + "/")
                .concatWith(store.list("media/" + id + "/"))
                .collectList()
                .block(WAIT);
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
