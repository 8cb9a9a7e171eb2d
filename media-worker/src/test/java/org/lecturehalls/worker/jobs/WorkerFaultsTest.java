package org.lecturehalls.worker.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.media.contract.MediaJob;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.media.contract.VideoReady;
import org.lecturehalls.worker.MediaWorkerApplication;
import org.lecturehalls.worker.support.Backend;
import org.lecturehalls.worker.support.BrokenLine;
import org.lecturehalls.worker.support.Broker;
import org.lecturehalls.worker.support.Footage;
import org.lecturehalls.worker.support.Store;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A worker whose surroundings fail. */
class WorkerFaultsTest {

    @TempDir
    Path folder;

    private Broker broker;
    private Store store;
    private Backend backend;
    private ConfigurableApplicationContext worker;

    @BeforeEach
    void startParts() throws Exception {
        broker = new Broker(Files.createDirectory(folder.resolve("broker")));
        store = new Store(Files.createDirectory(folder.resolve("store")));
        backend = new Backend(broker.url());
    }

    @AfterEach
    void stopParts() throws Exception {
        worker.close();
        backend.close();
        broker.close();
        store.close();
    }

    private void startWorker(String storeUrl, String diskReserve) {
        worker = new SpringApplicationBuilder(MediaWorkerApplication.class)
                .run(
                        "--spring.artemis.broker-url=" + broker.url(),
                        "--lecturehalls.storage.endpoint=" + storeUrl,
                        "--lecturehalls.storage.access-key=" + Store.ACCESS_KEY,
                        "--lecturehalls.storage.secret-key=" + Store.SECRET_KEY,
                        "--lecturehalls.worker.disk-reserve=" + diskReserve,
                        "--lecturehalls.worker.work-dir=" + folder.resolve("work"),
                        "--logging.level.root=error",
                        "--logging.level.org.lecturehalls=error");
    }

    @Test
    void storesEverythingOverALineThatIsResetInTheMiddle() throws Exception {
        try (BrokenLine line = new BrokenLine(store.url(), 3)) {
            startWorker(line.url(), "10MB");
            backend.send(
                    video("reset", Footage.lecture(folder.resolve("reset.mp4"), 640, 360, 25, 9)),
                    MediaQueues.VIDEO_JOBS);

            VideoReady ready = backend.answer(VideoReady.class);
            assertThat(line.resets()).isEqualTo(3);
            for (VideoReady.Rendition rendition : ready.video()) {
                Path stored = store.get(rendition.file().key(), folder.resolve(rendition.name()));
                assertThat(Files.size(stored)).isEqualTo(rendition.file().bytes());
            }
        }
    }

    @Test
    void leavesJobsToOthersWhenItsDiskIsFull() throws Exception {
        MediaJob first = video("first", Footage.lecture(folder.resolve("full.mp4"), 160, 120, 10, 1));
        MediaJob second = video("second", folder.resolve("full.mp4"));
        startWorker(store.url(), "100000GB");
        backend.send(first, MediaQueues.VIDEO_JOBS);
        assertThat(backend.answer(JobFailed.class).detail()).contains("disk is too full");

        backend.send(second, MediaQueues.VIDEO_JOBS);
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(5))
                .until(() -> backend.lastClaim("second") == null);
        worker.close();
        startWorker(store.url(), "10MB");
        assertThat(backend.answer(VideoReady.class).jobId()).isEqualTo("second");
    }

    private MediaJob video(String jobId, Path file) throws Exception {
        String key = "uploads/" + jobId + "/source";
        store.put(key, file);
        return new MediaJob(
                jobId, "asset", MediaKind.VIDEO, Store.BUCKET, key, Files.size(file), "课程.mp4", "video/mp4");
    }
}
