package org.lecturehalls.worker.jobs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehalls.media.contract.CheckReady;
import org.lecturehalls.media.contract.ChunkReady;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.DocumentReady;
import org.lecturehalls.media.contract.FilmPictures;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.media.contract.JobRefused;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.MediaJob;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.media.contract.PackJob;
import org.lecturehalls.media.contract.PackKind;
import org.lecturehalls.media.contract.PackReady;
import org.lecturehalls.media.contract.PackReady.PackedFile;
import org.lecturehalls.media.contract.PartJob;
import org.lecturehalls.media.contract.PartJob.Excerpt;
import org.lecturehalls.media.contract.PartKind;
import org.lecturehalls.media.contract.PicturesReady;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.media.contract.VideoPlan;
import org.lecturehalls.media.contract.VideoPlanned;
import org.lecturehalls.media.contract.VideoReady;
import org.lecturehalls.media.contract.VideoReady.SegmentedFile;
import org.lecturehalls.worker.MediaWorkerApplication;
import org.lecturehalls.worker.support.Backend;
import org.lecturehalls.worker.support.Broker;
import org.lecturehalls.worker.support.Documents;
import org.lecturehalls.worker.support.Footage;
import org.lecturehalls.worker.support.Store;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole worker between a real broker and a real store; only the backend's part is spoken by the test. */
class JobConversationTest {

    @TempDir
    static Path folder;

    private static Broker broker;
    private static Store store;

    private static Backend backend;
    private static ConfigurableApplicationContext worker;

    @BeforeAll
    static void startParts() throws Exception {
        broker = new Broker(Files.createDirectory(folder.resolve("broker")));
        store = new Store(Files.createDirectory(folder.resolve("store")));
        backend = new Backend(broker.url());
        worker = startWorker("2s");
    }

    @AfterAll
    static void stopParts() throws Exception {
        worker.close();
        backend.close();
        broker.close();
        store.close();
    }

    @BeforeEach
    void listenAnew() {
        backend.decide(backend::grant);
        backend.progress.clear();
        backend.answers.clear();
    }

    private static ConfigurableApplicationContext startWorker(String grace) {
        return new SpringApplicationBuilder(MediaWorkerApplication.class)
                .run(
                        "--spring.artemis.broker-url=" + broker.url(),
                        "--lecturehalls.storage.endpoint=" + store.url(),
                        "--lecturehalls.storage.access-key=" + Store.ACCESS_KEY,
                        "--lecturehalls.storage.secret-key=" + Store.SECRET_KEY,
                        "--lecturehalls.worker.id=tested",
                        "--lecturehalls.worker.shutdown-grace=" + grace,
                        "--lecturehalls.worker.work-dir=" + folder.resolve("work"),
                        "--logging.level.root=error",
                        "--logging.level.org.lecturehalls=error");
    }

    @Test
    void answersAVideoJobWithVerifiedRenditionsInTheStore() throws Exception {
        MediaJob job = video("ready", Footage.lecture(folder.resolve("lecture.mp4"), 640, 360, 25, 9));

        backend.send(job, MediaQueues.VIDEO_JOBS);

        VideoReady ready = backend.answer(VideoReady.class);
        assertThat(ready.video()).extracting(VideoReady.Rendition::name).containsExactly("144p", "240p", "360p");
        assertThat(ready.durationSeconds()).isBetween(8.9, 9.2);
        assertThat(store.keys(ready.outputPrefix()))
                .contains(ready.posterKey(), ready.audio().file().key())
                .containsAll(ready.pictures().posterKeys())
                .containsAll(ready.pictures().strip().sheetKeys())
                .hasSize(8);
        assertThat(backend.lastClaim("ready").workerId()).isEqualTo("tested");
        assertThat(backend.progress)
                .extracting(JobProgress::step)
                .contains(JobStep.FETCHING, JobStep.TRANSCODING, JobStep.STORING);
        assertAcknowledged(MediaQueues.VIDEO_JOBS);
    }

    @Test
    void listsSegmentsThatCoverTheObjectAndPlayOnTheirOwn() throws Exception {
        backend.send(
                video("segments", Footage.lecture(folder.resolve("segments.mp4"), 320, 240, 25, 9)),
                MediaQueues.VIDEO_JOBS);

        VideoReady.SegmentedFile file =
                backend.answer(VideoReady.class).video().get(1).file();

        assertThat(file.segments()).extracting(VideoReady.Segment::seconds).containsExactly(4.0, 4.0, 1.0);
        long position = file.initBytes();
        for (VideoReady.Segment segment : file.segments()) {
            assertThat(segment.offset()).isEqualTo(position);
            position += segment.length();
        }
        assertThat(position).isEqualTo(file.bytes());
        byte[] whole = Files.readAllBytes(store.get(file.key(), folder.resolve("whole.mp4")));
        VideoReady.Segment second = file.segments().get(1);
        byte[] alone = new byte[(int) (file.initBytes() + second.length())];
        System.arraycopy(whole, 0, alone, 0, (int) file.initBytes());
        System.arraycopy(whole, (int) second.offset(), alone, (int) file.initBytes(), (int) second.length());
        Path excerpt = Files.write(folder.resolve("alone.mp4"), alone);
        assertThat(Footage.probe(excerpt, "-count_frames -show_entries stream=nb_read_frames -of csv=p=0"))
                .isEqualTo("100");
    }

    @Test
    void answersADocumentJobWithCopiesTextAndPictures() throws Exception {
        Path plan = Documents.openDocument(folder.resolve("plan.odt"), "山歌里的乡村振兴");
        MediaJob job = job("document", plan, MediaKind.DOCUMENT, "教案.odt");

        backend.send(job, MediaQueues.DOCUMENT_JOBS);

        DocumentReady ready = backend.answer(DocumentReady.class);
        assertThat(ready.pages()).isEqualTo(1);
        assertThat(store.keys(ready.outputPrefix()))
                .containsExactlyInAnyOrder(
                        ready.pdfKey(),
                        ready.blindPdfKey(),
                        ready.textKey(),
                        ready.pageImageKeys().get(0));
        Path text = store.get(ready.textKey(), folder.resolve("text.txt"));
        assertThat(Files.readString(text)).contains("山歌里的乡村振兴");
    }

    @Test
    void leavesNothingOfARefusedFile() throws Exception {
        Path script = Files.writeString(folder.resolve("script.mp4"), "#EXTM3U\nhttp://127.0.0.1:1/x.ts\n");

        backend.send(video("refused", script), MediaQueues.VIDEO_JOBS);

        assertThat(backend.answer(JobRefused.class).code()).isEqualTo(RefusalCode.SCRIPT_NOT_MEDIA);
        assertThat(store.keys("media/refused/")).isEmpty();
        assertThat(workspaces()).isEmpty();
        assertAcknowledged(MediaQueues.VIDEO_JOBS);
    }

    @Test
    void refusesAFileThatIsLargerThanAnnounced() throws Exception {
        Path file = Footage.lecture(folder.resolve("large.mp4"), 160, 120, 10, 1);
        MediaJob honest = video("large", file);
        MediaJob lying = new MediaJob(
                "large", "asset", MediaKind.VIDEO, Store.BUCKET, honest.sourceKey(), 1000, "large.mp4", "video/mp4");

        backend.send(lying, MediaQueues.VIDEO_JOBS);

        assertThat(backend.answer(JobRefused.class).code()).isEqualTo(RefusalCode.FILE_TOO_LARGE);
    }

    @Test
    void failsWithAReasonWhenTheSourceIsGone() throws Exception {
        MediaJob job =
                new MediaJob("gone", "asset", MediaKind.VIDEO, Store.BUCKET, "no/such", 10, "gone.mp4", "video/mp4");

        backend.send(job, MediaQueues.VIDEO_JOBS);

        assertThat(backend.answer(JobFailed.class).detail()).contains("NoSuchKey");
    }

    @Test
    void dropsAJobWhoseClaimIsDenied() throws Exception {
        backend.decide(claim -> ClaimReply.DENIED);

        backend.send(
                video("denied", Footage.lecture(folder.resolve("denied.mp4"), 160, 120, 10, 1)),
                MediaQueues.VIDEO_JOBS);

        assertAcknowledged(MediaQueues.VIDEO_JOBS);
        assertThat(backend.lastClaim("denied")).isNotNull();
        assertThat(backend.answers).isEmpty();
    }

    @Test
    void stopsWithinTwoSecondsWhenCancelled() throws Exception {
        backend.send(video("cancelled", longVideo()), MediaQueues.VIDEO_JOBS);
        awaitTranscoding("cancelled");
        long asked = System.nanoTime();

        backend.cancel("cancelled", 1_000);

        await().atMost(Duration.ofSeconds(2)).until(() -> ffmpegProcesses() == 0);
        assertAcknowledged(MediaQueues.VIDEO_JOBS);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(5));
        assertThat(store.keys("media/cancelled/")).isEmpty();
        assertThat(workspaces()).isEmpty();
        assertThat(backend.answers).isEmpty();
    }

    @Test
    void ignoresACancellationOfAnEarlierAttempt() throws Exception {
        backend.decide(claim -> new ClaimReply(true, 7, "media/later/7/"));
        backend.send(
                video("later", Footage.lecture(folder.resolve("later.mp4"), 640, 360, 25, 20)), MediaQueues.VIDEO_JOBS);
        awaitTranscoding("later");

        backend.cancel("later", 6);

        assertThat(backend.answer(VideoReady.class).token()).isEqualTo(7);
    }

    @Test
    void handsAJobBackWhenItStopsSoThatAnotherWorkerDoesIt() throws Exception {
        worker.close();
        worker = startWorker("100ms");
        backend.send(video("handed", longVideo()), MediaQueues.VIDEO_JOBS);
        awaitTranscoding("handed");

        worker.close();

        assertThat(ffmpegProcesses()).isZero();
        assertThat(broker.waiting(MediaQueues.VIDEO_JOBS)).isEqualTo(1);
        backend.decide(claim -> ClaimReply.DENIED);
        worker = startWorker("2s");
        assertAcknowledged(MediaQueues.VIDEO_JOBS);
        assertThat(backend.lastClaim("handed").redelivered()).isTrue();
    }

    @Test
    void letsARunningJobEndWithinTheGrace() throws Exception {
        worker.close();
        worker = startWorker("30s");
        backend.send(
                video("graceful", Footage.lecture(folder.resolve("graceful.mp4"), 320, 240, 25, 10)),
                MediaQueues.VIDEO_JOBS);
        awaitTranscoding("graceful");

        worker.close();

        assertThat(backend.answer(VideoReady.class).jobId()).isEqualTo("graceful");
        assertThat(broker.waiting(MediaQueues.VIDEO_JOBS)).isZero();
        worker = startWorker("2s");
    }

    @Test
    void plansALongVideoAndMakesItsParts() throws Exception {
        VideoPlanned planned = planned("long");
        VideoPlan plan = planned.plan();
        assertThat(plan.chunkFrames()).hasSize(16).startsWith(100L, 200L, 400L, 800L, 1_500L);
        assertThat(plan.sound()).isFalse();

        backend.send(part(plan, "long:1:chunk-0000", PartKind.CHUNK, 0, 100, List.of()), plan.build());
        ChunkReady chunk = backend.answer(ChunkReady.class);
        assertThat(chunk.rungs()).extracting(ChunkReady.ChunkRung::frames).containsExactly(100L, 100L, 100L);
        assertThat(store.keys(chunk.outputPrefix())).hasSize(3);

        SegmentedFile file = chunk.rungs().get(2).file();
        VideoReady.Segment last = file.segments().get(0);
        Excerpt excerpt =
                new Excerpt("360p", file.key(), file.initBytes(), file.key(), last.offset(), last.length(), 0);
        backend.send(part(plan, "long:1:check", PartKind.CHECK, 0, 0, List.of(excerpt)), plan.build());
        assertThat(backend.answer(CheckReady.class).jobId()).isEqualTo("long:1:check");

        backend.send(part(plan, "long:1:pictures", PartKind.PICTURES, 0, 0, List.of()), "another-ffmpeg");
        backend.send(part(plan, "long:1:pictures", PartKind.PICTURES, 0, 0, List.of()), plan.build());
        PicturesReady ready = backend.answer(PicturesReady.class);
        FilmPictures pictures = requireNonNull(ready.pictures());
        List<String> made = new ArrayList<>(pictures.posterKeys());
        made.addAll(requireNonNull(pictures.strip()).sheetKeys());
        assertThat(store.keys(ready.outputPrefix()))
                .containsExactlyInAnyOrderElementsOf(made)
                .hasSizeGreaterThan(3);
        await().atMost(Duration.ofSeconds(10)).until(() -> broker.waiting(MediaQueues.PART_JOBS) == 1);
    }

    @Test
    void stopsAPartWithinTwoSecondsWhenItsVideoIsCancelled() throws Exception {
        VideoPlan plan = planned("stopped").plan();
        String id = "stopped:4:chunk-0001";
        backend.send(part(plan, id, PartKind.CHUNK, 300, 1_500, List.of()), plan.build());
        awaitTranscoding(id);

        backend.cancel("stopped", 3);
        backend.cancel("stopped", 4);

        await().atMost(Duration.ofSeconds(2)).until(() -> ffmpegProcesses() == 0);
        assertThat(store.keys("media/" + id)).isEmpty();
        assertThat(backend.answers).isEmpty();
    }

    @Test
    void stopsMakingPlainFilesWithinTwoSecondsWhenTheyAreCancelled() throws Exception {
        store.put("media/much/360p.mp4", Footage.lecture(folder.resolve("much.mp4"), 160, 120, 10, 1));
        List<PackJob.Stretch> much = Collections.nCopies(5_000, new PackJob.Stretch("media/much/360p.mp4", 0, 1_000));
        backend.send(new PackJob("much/pack", Store.BUCKET, "油茶修剪", "", 9, much, List.of(), null));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> backend.progress.stream().anyMatch(p -> p.jobId().equals("much/pack")));
        long asked = System.nanoTime();

        backend.cancel("much/pack", 1_000);

        await().atMost(Duration.ofSeconds(2)).until(() -> workspaces().isEmpty());
        assertThat(ffmpegProcesses()).isZero();
        assertAcknowledged(MediaQueues.PACK_JOBS);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(5));
        assertThat(store.keys("media/much/pack/")).isEmpty();
        assertThat(backend.answers).isEmpty();
    }

    @Test
    void makesPlainFilesOfWhatIsStoredOfAVideo() throws Exception {
        backend.send(
                video("packed", Footage.lecture(folder.resolve("packed.mp4"), 640, 360, 25, 9)),
                MediaQueues.VIDEO_JOBS);
        VideoReady video = backend.answer(VideoReady.class);
        SegmentedFile rung = video.video().get(2).file();
        SegmentedFile sound = requireNonNull(video.audio()).file();

        backend.send(new PackJob(
                "packed/pack",
                Store.BUCKET,
                "油茶修剪",
                "",
                9,
                List.of(
                        new PackJob.Stretch(rung.key(), 0, rung.initBytes()),
                        new PackJob.Stretch(rung.key(), rung.initBytes(), rung.bytes() - rung.initBytes())),
                List.of(new PackJob.Stretch(sound.key(), 0, sound.bytes())),
                video.posterKey()));

        PackReady ready = backend.answer(PackReady.class);
        assertThat(ready.files()).extracting(PackedFile::kind).containsExactly(PackKind.VIDEO, PackKind.SOUND);
        for (PackedFile file : ready.files()) {
            Path copy = store.get(file.key(), folder.resolve("copy-" + file.kind()));
            assertThat(file.key()).startsWith(ready.outputPrefix());
            assertThat(Files.size(copy)).isEqualTo(file.bytes());
            assertThat(sha256(copy)).isEqualTo(file.sha256());
        }
        assertThat(Footage.probe(
                        folder.resolve("copy-VIDEO"),
                        "-count_packets -show_entries stream=nb_read_packets -of csv=p=0"))
                .startsWith("225");
        assertAcknowledged(MediaQueues.PACK_JOBS);
    }

    private static String sha256(Path file) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest);
    }

    private VideoPlanned planned(String jobId) throws Exception {
        MediaJob whole = video(jobId, longVideo());
        backend.send(
                new MediaJob(
                        jobId,
                        "asset",
                        MediaKind.VIDEO,
                        Store.BUCKET,
                        whole.sourceKey(),
                        whole.sourceBytes(),
                        "long.mp4",
                        "video/mp4"),
                MediaQueues.VIDEO_JOBS);
        return backend.answer(VideoPlanned.class);
    }

    private static PartJob part(
            VideoPlan plan, String id, PartKind kind, long first, long frames, List<Excerpt> excerpts)
            throws Exception {
        String key = "uploads/" + id.split(":")[0] + "/source";
        return new PartJob(
                id, kind, 0, Store.BUCKET, key, Files.size(longVideo()), plan.recipe(), first, frames, false, excerpts);
    }

    @Test
    void beatsEveryFewSecondsWhileFfmpegIsBusy() throws Exception {
        backend.send(video("beating", longVideo()), MediaQueues.VIDEO_JOBS);
        awaitTranscoding("beating");
        backend.progress.clear();

        JobProgress next = backend.progress.poll(JobProgress.HEARTBEAT_SECONDS + 3, TimeUnit.SECONDS);

        assertThat(next).isNotNull();
        backend.cancel("beating", 1_000);
        assertAcknowledged(MediaQueues.VIDEO_JOBS);
    }

    /** Ten minutes that take no time to make. */
    private static Path longVideo() throws Exception {
        Path file = folder.resolve("long.mp4");
        if (!Files.exists(file)) {
            Path once = Footage.make(
                    folder.resolve("short.mp4"), "-f lavfi -i testsrc2=size=640x360:rate=25 -t 10 -c:v mpeg4 -q:v 20");
            Footage.make(file, "-stream_loop 59 -i " + once + " -c copy");
        }
        return file;
    }

    private MediaJob video(String jobId, Path file) throws Exception {
        return job(jobId, file, MediaKind.VIDEO, "课程.mp4");
    }

    private MediaJob job(String jobId, Path file, MediaKind kind, String name) throws Exception {
        String key = "uploads/" + jobId + "/source";
        store.put(key, file);
        return new MediaJob(
                jobId,
                "asset",
                kind,
                Store.BUCKET,
                key,
                Files.size(file),
                name,
                "application/octet-stream",
                null,
                null,
                null,
                true);
    }

    private void awaitTranscoding(String jobId) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> backend.progress.stream()
                        .anyMatch(p -> p.jobId().equals(jobId) && p.step() == JobStep.TRANSCODING));
        await().atMost(Duration.ofSeconds(10)).until(() -> ffmpegProcesses() > 0);
    }

    private static void assertAcknowledged(String queue) {
        await().atMost(Duration.ofSeconds(30)).until(() -> broker.waiting(queue) == 0);
    }

    private static long ffmpegProcesses() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/ffmpeg"))
                .count();
    }

    private static java.util.List<Path> workspaces() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("work"))) {
            return files.filter(path -> path.getFileName().toString().startsWith("job-"))
                    .toList();
        }
    }
}
