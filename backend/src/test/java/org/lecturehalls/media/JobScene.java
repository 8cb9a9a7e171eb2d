package org.lecturehalls.media;

import static org.awaitility.Awaitility.await;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.storage.ObjectStore;
import org.lecturehalls.storage.StoredObject;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A lecturer who uploads, a worker that does what the test says, and eyes on the store. */
@PlatformTest
abstract class JobScene {

    static final Duration WAIT = Duration.ofSeconds(20);
    static final Duration LEASE = Duration.ofSeconds(61);

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

    /** Where the segments of the 360p rendition are, for whoever may watch without signing in. */
    String playlist(String id) {
        byte[] body = client.get()
                .uri("/api/v1/playback/{id}/360p.m3u8", id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Answers are dealt with one after the other, so what was said before is done when this is. */
    void afterAllAnswersSoFar(FakeWorker worker) throws JMSException {
        String marker = api.uploaded("marker.mp4", "VIDEO");
        try (FakeWorker other = worker(marker)) {
            ClaimReply claim = other.claim(other.receive());
            worker.say(new JobProgress(marker, claim.token(), JobStep.FETCHING, 1));
            awaitAsset(marker, asset -> asset.job().percent() == 1);
        }
    }

    FakeWorker worker(String id) {
        return new FakeWorker(connections, MediaQueues.VIDEO_JOBS, id);
    }

    /** An uploaded file of which a worker has made what it should. */
    String ready(String name, String kind) throws JMSException {
        return ready(name, kind, claim -> {});
    }

    /** @param stores what the worker does before it answers */
    String ready(String name, String kind, Consumer<ClaimReply> stores) throws JMSException {
        String id = api.uploaded(name, kind);
        makeReady(id, kind, stores);
        return id;
    }

    /** Has a worker do the job of what was uploaded. */
    void makeReady(String id, String kind, Consumer<ClaimReply> stores) throws JMSException {
        String queue = switch (kind) {
            case "VIDEO" -> MediaQueues.VIDEO_JOBS;
            case "DOCUMENT" -> MediaQueues.DOCUMENT_JOBS;
            default -> MediaQueues.PHOTO_JOBS;
        };
        try (FakeWorker worker = new FakeWorker(connections, queue, id)) {
            ClaimReply claim = worker.claim(worker.receive());
            stores.accept(claim);
            worker.say(
                    switch (kind) {
                        case "VIDEO" -> SampleResults.video(id, claim);
                        case "DOCUMENT" -> SampleResults.document(id, claim, 1);
                        default -> SampleResults.photo(id, claim);
                    });
            worker.acknowledge();
            awaitState(id, MediaState.READY);
        }
    }

    AssetView awaitState(String id, MediaState state) {
        return awaitAsset(id, asset -> asset.state() == state);
    }

    AssetView awaitAsset(String id, Predicate<AssetView> wanted) {
        return await().atMost(WAIT).until(() -> api.asset(id), wanted);
    }

    void put(String key) {
        store.put(key, "x".getBytes(StandardCharsets.UTF_8), "video/mp4").block(WAIT);
    }

    List<StoredObject> list(String prefix) {
        return store.list(prefix).collectList().block(WAIT);
    }

    List<StoredObject> objectsOf(String id) {
        return store.list("uploads/" + id + "/")
                .concatWith(store.list("media/" + id + "/"))
                .collectList()
                .block(WAIT);
    }
}
