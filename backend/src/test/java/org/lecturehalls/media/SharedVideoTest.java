package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lecturehalls.media.Advice.Finding;
import org.lecturehalls.media.Advice.FindingKind;
import org.lecturehalls.media.contract.CannotCut;
import org.lecturehalls.media.contract.CheckReady;
import org.lecturehalls.media.contract.ChunkReady;
import org.lecturehalls.media.contract.ChunkReady.ChunkRung;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.FilmNotes;
import org.lecturehalls.media.contract.FilmNotes.Kind;
import org.lecturehalls.media.contract.FilmNotes.Note;
import org.lecturehalls.media.contract.FilmTexts;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.media.contract.JobRefused;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.MediaJob;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.media.contract.PartJob;
import org.lecturehalls.media.contract.PartJob.Excerpt;
import org.lecturehalls.media.contract.PictureQuality;
import org.lecturehalls.media.contract.PicturesReady;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.media.contract.SoundPiece;
import org.lecturehalls.media.contract.SoundReady;
import org.lecturehalls.media.contract.VideoPlan;
import org.lecturehalls.media.contract.VideoPlan.PlannedRung;
import org.lecturehalls.media.contract.VideoPlanned;
import org.lecturehalls.media.contract.VideoReady.Segment;
import org.lecturehalls.media.contract.VideoReady.SegmentedFile;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A long video that many workers share. */
@PlatformTest
class SharedVideoTest extends JobScene {

    private static final Duration PART_LEASE = Duration.ofSeconds(41);
    private static final List<Long> CHUNKS = List.of(300L, 1_500L, 700L);

    @Autowired
    VideoPartSweep partSweep;

    @Autowired
    MediaLibrary library;

    @Autowired
    VideoPartRecords parts;

    @Test
    void isMadeOfPartsAndPublishedOnlyAfterTheCheck() throws JMSException {
        String id = shared();
        try (FakeWorker worker = FakeWorker.ofParts(connections, id)) {
            Map<String, PartJob> jobs = receiveAll(worker, 5);
            assertThat(worker.property(MediaQueues.BUILD_PROPERTY)).isEqualTo("ffmpeg-1");
            assertThat(jobs.keySet())
                    .containsExactlyInAnyOrder("sound-0000", "chunk-0000", "chunk-0001", "chunk-0002", "pictures");
            PartJob second = jobs.get("chunk-0001");
            assertThat(second.firstFrame()).isEqualTo(300);
            assertThat(second.frames()).isEqualTo(1_500);
            assertThat(jobs.get("chunk-0002").last()).isTrue();

            for (String name : List.of("pictures", "chunk-0002", "sound-0000", "chunk-0000", "chunk-0001")) {
                make(worker, jobs.get(name));
            }
            PartJob check = worker.receivePart();
            assertThat(api.asset(id).state()).isEqualTo(MediaState.PROCESSING);
            assertThat(check.excerpts().stream().map(Excerpt::track).distinct())
                    .containsExactly("144p", "360p", "audio");
            assertThat(check.excerpts().stream().filter(e -> e.track().equals("360p")))
                    .hasSizeBetween(2, 3)
                    .last()
                    .satisfies(last -> {
                        assertThat(last.startSeconds()).isEqualTo(96);
                        assertThat(last.key()).contains("/chunk-0002/");
                        assertThat(last.initKey()).contains("/chunk-0000/");
                    });

            worker.say(new CheckReady(check.jobId(), worker.claim(check).token()));
            AssetView ready = awaitState(id, MediaState.READY);
            assertThat(ready.durationSeconds()).isEqualTo(100);
            assertThat(ready.renditions()).containsExactly("144p", "360p");
            assertThat(ready.playable()).isTrue();
            assertThat(ready.soundTracks())
                    .extracting(AssetView.SoundTrackView::title)
                    .containsExactly("机上话筒", "调音台");
            assertThat(ready.advice().findings())
                    .containsExactly(new Finding(FindingKind.FROZEN, 0, 100), new Finding(FindingKind.SILENCE, 40, 30));
            MediaLinks links = library.links(id, LinkPurpose.OWNER).block(WAIT);
            assertThat(links.poster()).contains("/pictures/", "poster-1.jpg");
            assertThat(links.thumbnails()).contains("/thumbnails.vtt?token=");
            assertThat(links.chapters()).containsExactly(new Chapter(0, "开头"), new Chapter(50, "后来"));
            await().atMost(WAIT).until(() -> parts.of(id, 1).block(WAIT).isEmpty());
            assertThat(library.frameHashes(id).block(WAIT)).containsExactly(3, 3, 3);
        }
    }

    @Test
    void canBeWatchedByItsOwnerWhileItGrowsAndEndsWithoutReload() throws JMSException {
        String id = shared();
        try (FakeWorker worker = FakeWorker.ofParts(connections, id)) {
            Map<String, PartJob> jobs = receiveAll(worker, 5);
            make(worker, jobs.get("chunk-0000"));
            ClaimReply sound = worker.claim(jobs.get("sound-0000"));
            assertThat(links(id)).as("nothing to hear yet").isEqualTo(409);
            worker.say(new SoundPiece(jobs.get("sound-0000").jobId(), sound.token(), 0, soundPiece(sound, 0)));
            awaitAsset(id, AssetView::playable);

            String master = path(master(id));
            assertThat(text(master)).contains("360p.m3u8?token=", "BANDWIDTH=476000", "avc1.64001e");
            String rung = master.replace("master", "360p");
            assertThat(text(rung))
                    .contains("#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-START:TIME-OFFSET=0,PRECISE=YES\n")
                    .doesNotContain("ENDLIST");
            assertThat(count(text(rung), "#EXTINF")).isEqualTo(3);
            assertThat(count(text(master.replace("master", "audio")), "#EXTINF"))
                    .isEqualTo(10);

            make(worker, jobs.get("chunk-0002"));
            worker.say(soundReady(jobs.get("sound-0000"), sound));
            make(worker, jobs.get("pictures"));
            assertThat(count(text(rung), "#EXTINF")).as("up to the gap").isEqualTo(3);
            make(worker, jobs.get("chunk-0001"));
            PartJob check = worker.receivePart();
            String grown = text(rung);
            assertThat(count(grown, "#EXTINF")).isEqualTo(25);
            assertThat(count(grown, "#EXT-X-MAP")).isEqualTo(1);
            worker.say(new CheckReady(check.jobId(), worker.claim(check).token()));
            awaitState(id, MediaState.READY);
            assertThat(text(rung)).endsWith("#EXT-X-ENDLIST\n").contains("PLAYLIST-TYPE:VOD");
            assertThat(lines(text(rung), "#EXTINF")).isEqualTo(lines(grown, "#EXTINF"));
        }
        client.get()
                .uri("/api/v1/playback/{id}/master.m3u8", id)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void hasLongSoundMadeInPartsThatDoNotWaitForEachOther() throws JMSException {
        String id = shared(CHUNKS, List.of(1_880L, 2_808L));
        try (FakeWorker worker = FakeWorker.ofParts(connections, id)) {
            Map<String, PartJob> jobs = receiveAll(worker, 6);
            PartJob beginning = jobs.get("sound-0000");
            PartJob end = jobs.get("sound-0001");
            assertThat(List.of(beginning.firstFrame(), beginning.frames(), end.firstFrame(), end.frames()))
                    .containsExactly(0L, 1_880L, 1_880L, 2_808L);
            assertThat(beginning.last()).isFalse();
            assertThat(end.last()).isTrue();
            make(worker, jobs.get("chunk-0000"));
            ClaimReply rest = worker.claim(end);
            worker.say(soundReady(end, rest, new Note(Kind.PAUSE, 40, 70), file(rest, "audio-000.m4a", 0, 15)));
            ClaimReply sound = worker.claim(beginning);
            afterAllAnswersSoFar(worker);
            assertThat(links(id)).as("the end alone is nothing to hear").isEqualTo(409);
            worker.say(new SoundPiece(beginning.jobId(), sound.token(), 0, soundPiece(sound, 0)));
            awaitAsset(id, AssetView::playable);
            String audio = path(master(id)).replace("master", "audio");
            assertThat(count(text(audio), "#EXTINF")).as("up to the gap").isEqualTo(10);
            worker.say(soundReady(beginning, sound, new Note(Kind.PAUSE, 10, 40), soundPiece(sound, 0)));

            for (String name : List.of("pictures", "chunk-0001", "chunk-0002")) {
                make(worker, jobs.get(name));
            }
            PartJob check = worker.receivePart();
            assertThat(count(text(audio), "#EXTINF")).isEqualTo(25);
            assertThat(count(text(audio), "#EXT-X-MAP")).isEqualTo(1);
            assertThat(check.excerpts().stream().filter(e -> e.track().equals("audio")))
                    .last()
                    .satisfies(last -> {
                        assertThat(last.key()).contains("/sound-0001/");
                        assertThat(last.initKey()).contains("/sound-0000/");
                        assertThat(last.startSeconds()).isEqualTo(96);
                    });
            worker.say(new CheckReady(check.jobId(), worker.claim(check).token()));
            assertThat(awaitState(id, MediaState.READY).advice().findings())
                    .as("a pause that goes on in the next part")
                    .contains(new Finding(FindingKind.SILENCE, 10, 60));
        }
    }

    @Test
    void sendsPartsOfPictureAndSoundInTheOrderInWhichTheyAreWatched() throws JMSException {
        String id = shared(Collections.nCopies(60, 1_500L), Collections.nCopies(12, 14_100L));
        try (FakeWorker worker = FakeWorker.ofParts(connections, id)) {
            Map<String, PartJob> jobs = receiveAll(worker, 24);
            assertThat(jobs.keySet())
                    .as("twenty minutes, and no more at a time")
                    .contains("sound-0000", "chunk-0000", "sound-0003", "chunk-0019")
                    .doesNotContain("sound-0004", "chunk-0020", "pictures");
        }
    }

    @Test
    void showsHowFarEachRungIs() throws JMSException {
        String id = shared();
        try (FakeWorker worker = FakeWorker.ofParts(connections, id)) {
            Map<String, PartJob> jobs = receiveAll(worker, 5);
            ClaimReply claim = worker.claim(jobs.get("chunk-0001"));
            clock.advance(Duration.ofSeconds(20));
            worker.say(new JobProgress(jobs.get("chunk-0001").jobId(), claim.token(), JobStep.TRANSCODING, 50));
            AssetView asset = awaitAsset(id, now -> now.job().etaSeconds() != null);
            assertThat(asset.job().rungs())
                    .containsExactly(
                            new AssetView.RungProgress("144p", 750, 2_500),
                            new AssetView.RungProgress("360p", 750, 2_500));
            assertThat(asset.job().percent()).isEqualTo(32);
            assertThat(asset.job().etaSeconds())
                    .as("20 s and more for 750 frames")
                    .isGreaterThanOrEqualTo(46);
        }
    }

    @Test
    void givesPartOfSilentWorkerToAnotherAndIgnoresTheLateAnswer() throws JMSException {
        String id = shared();
        try (FakeWorker worker = FakeWorker.ofParts(connections, id)) {
            PartJob chunk = receiveAll(worker, 5).get("chunk-0001");
            ClaimReply frozen = worker.claim(chunk);
            worker.acknowledge();
            put(frozen.outputPrefix() + "144p.mp4");
            clock.advance(PART_LEASE);
            partSweep.sweep().block(WAIT);
            PartJob again = worker.receivePart();
            assertThat(again.jobId()).isEqualTo(chunk.jobId());
            ClaimReply other = worker.claim(again);
            assertThat(other.token()).isGreaterThan(frozen.token());
            assertThat(other.outputPrefix()).isNotEqualTo(frozen.outputPrefix());

            worker.say(chunkReady(chunk, frozen));
            worker.say(new JobFailed(chunk.jobId(), frozen.token(), "too late", ""));
            worker.say(new CannotCut(chunk.jobId(), frozen.token(), "too late"));
            afterAllAnswersSoFar(worker);
            assertThat(parts.find(chunk.jobId()).block(WAIT).job().state()).isEqualTo(JobState.RUNNING);
            assertThat(api.asset(id).job().state()).isEqualTo(JobState.RUNNING);
            assertThat(list(frozen.outputPrefix()))
                    .as("what the late attempt stored")
                    .isEmpty();
        }
    }

    @Test
    void givesPartThatIsDeliveredTwiceToOneWorker() throws JMSException {
        String id = shared();
        try (FakeWorker worker = FakeWorker.ofParts(connections, id)) {
            PartJob chunk = receiveAll(worker, 5).get("chunk-0001");
            worker.acknowledge();
            worker.deliver(chunk);
            worker.deliver(chunk);
            PartJob first = worker.receivePart();
            ClaimReply claim = worker.claim(first);
            PartJob copy = worker.receivePart();
            assertThat(copy).isEqualTo(first);

            assertThat(worker.claim(copy)).isEqualTo(ClaimReply.DENIED);
            worker.say(chunkReady(chunk, claim));
            afterAllAnswersSoFar(worker);

            assertThat(worker.claim(copy)).as("after it was made").isEqualTo(ClaimReply.DENIED);
            assertThat(worker.claim(copy.jobId(), true))
                    .as("and said to be redelivered")
                    .isEqualTo(ClaimReply.DENIED);
            assertThat(parts.find(chunk.jobId()).block(WAIT).job().attempt()).isEqualTo(1);
        }
    }

    @Test
    void countsCompletionThatComesTwiceOnce() throws JMSException {
        String id = shared();
        try (FakeWorker worker = FakeWorker.ofParts(connections, id)) {
            for (PartJob job : receiveAll(worker, 5).values()) {
                ClaimReply claim = worker.claim(job.jobId(), false);
                put(claim.outputPrefix() + "made");
                worker.say(answer(job, claim));
                worker.say(answer(job, claim));
                worker.say(new JobFailed(job.jobId(), claim.token(), "after the end", ""));
            }
            PartJob check = worker.receivePart();
            CheckReady checked =
                    new CheckReady(check.jobId(), worker.claim(check).token());
            worker.say(checked);
            worker.say(checked);
            AssetView ready = awaitState(id, MediaState.READY);
            afterAllAnswersSoFar(worker);

            assertThat(worker.hasNothingToDo())
                    .as("one check, and no part again")
                    .isTrue();
            assertThat(api.asset(id)).isEqualTo(ready);
            assertThat(list("media/" + id + "/")).hasSize(5);
        }
    }

    @Test
    void removesWhatIsStoredByAWorkerThatWakesUpAfterTheEnd() throws JMSException {
        String id = shared();
        try (FakeWorker worker = FakeWorker.ofParts(connections, id)) {
            Map<String, PartJob> jobs = receiveAll(worker, 5);
            PartJob chunk = jobs.get("chunk-0001");
            ClaimReply frozen = worker.claim(chunk.jobId(), false);
            for (PartJob job : jobs.values()) {
                worker.say(answer(job, worker.claim(job.jobId(), true)));
            }
            PartJob check = worker.receivePart();
            worker.say(new CheckReady(check.jobId(), worker.claim(check).token()));
            awaitState(id, MediaState.READY);

            put(frozen.outputPrefix() + "144p.mp4");
            worker.say(chunkReady(chunk, frozen));

            await().atMost(WAIT).until(() -> list(frozen.outputPrefix()).isEmpty());
            assertThat(api.asset(id).state()).isEqualTo(MediaState.READY);
        }
    }

    @Test
    void removesWhatVoidAttemptsStoredWhenItIsReady() throws JMSException {
        String id = shared();
        try (FakeWorker worker = FakeWorker.ofParts(connections, id)) {
            Map<String, PartJob> jobs = receiveAll(worker, 5);
            ClaimReply dead = worker.claim(jobs.get("chunk-0001").jobId(), false);
            put(dead.outputPrefix() + "144p.mp4");
            for (PartJob job : jobs.values()) {
                ClaimReply claim = worker.claim(job.jobId(), true);
                put(claim.outputPrefix() + "made");
                worker.say(answer(job, claim));
            }
            PartJob check = worker.receivePart();
            worker.say(new CheckReady(check.jobId(), worker.claim(check).token()));
            awaitState(id, MediaState.READY);
            await().atMost(WAIT).until(() -> list(dead.outputPrefix()).isEmpty());
            assertThat(list("media/" + id + "/")).hasSize(5);
        }
    }

    @Test
    void failsWithReasonAfterThreeAttemptsAtOnePart() throws JMSException {
        String id = shared();
        try (FakeWorker worker = FakeWorker.ofParts(connections, id)) {
            PartJob chunk = receiveAll(worker, 5).get("chunk-0001");
            for (int attempt = 1; attempt <= 3; attempt++) {
                ClaimReply claim = worker.claim(chunk.jobId(), false);
                assertThat(claim.granted()).isTrue();
                worker.say(new JobFailed(chunk.jobId(), claim.token(), "The disk is full.", "No space left"));
                if (attempt < 3) {
                    worker.receivePart();
                }
            }
            AssetView failed = awaitState(id, MediaState.FAILED);
            assertThat(failed.job().detail()).isEqualTo("chunk-0001: The disk is full.");
            assertThat(failed.job().outputTail()).isEqualTo("No space left");
            assertThat(failed.playable()).isFalse();
        }
        client.post()
                .uri("/api/v1/media-assets/{id}/retry", id)
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isAccepted();
        try (FakeWorker worker = worker(id)) {
            assertThat(worker.claim(worker.receive()).granted()).isTrue();
        }
    }

    @Test
    void isEncodedInOnePieceWhenItCannotBeCut() throws JMSException {
        String id = shared();
        try (FakeWorker worker = FakeWorker.ofParts(connections, id);
                FakeWorker whole = worker(id)) {
            PartJob chunk = receiveAll(worker, 5).get("chunk-0001");
            worker.say(new CannotCut(chunk.jobId(), worker.claim(chunk).token(), "Two frames too few."));
            MediaJob again = whole.receive();
            assertThat(again.whole()).isTrue();
            ClaimReply claim = whole.claim(again);
            assertThat(worker.claim(chunk)).isEqualTo(ClaimReply.DENIED);
            whole.say(SampleResults.video(id, claim));
            awaitState(id, MediaState.READY);
        }
    }

    @Test
    void stopsAllPartsWhenItIsDeletedOrRefused() throws JMSException {
        String id = shared();
        try (FakeWorker worker = FakeWorker.ofParts(connections, id)) {
            PartJob sound = receiveAll(worker, 5).get("sound-0000");
            ClaimReply claim = worker.claim(sound);
            worker.say(new JobRefused(sound.jobId(), claim.token(), RefusalCode.DAMAGED, "Too little sound."));
            AssetView refused = awaitState(id, MediaState.REFUSED);
            assertThat(refused.refusal().code()).isEqualTo("damaged");
            assertThat(worker.cancellation().token()).isEqualTo(1);
            assertThat(worker.claim(sound)).isEqualTo(ClaimReply.DENIED);
        }
        String other = shared();
        try (FakeWorker worker = FakeWorker.ofParts(connections, other)) {
            receiveAll(worker, 5);
            client.delete()
                    .uri("/api/v1/media-assets/{id}", other)
                    .headers(api.me)
                    .exchange()
                    .expectStatus()
                    .isNoContent();
            assertThat(worker.cancellation().jobId()).isEqualTo(other);
        }
        assertThat(parts.of(other, 1).block(WAIT)).isEmpty();
    }

    @Test
    void refusesToFollowPlanThatCannotBeCarriedOut() throws JMSException {
        String id = api.uploaded("long.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            ClaimReply claim = worker.claim(worker.receive());
            VideoPlan empty = new VideoPlan("ffmpeg-1", "{}", 100, 25, List.of(), List.of(), true, List.of(), null);
            worker.say(new VideoPlanned(id, claim.token(), claim.outputPrefix(), empty));
            assertThat(awaitState(id, MediaState.FAILED).job().detail()).contains("cannot be carried out");
        }
    }

    @Test
    void startsAnewWhenNoWorkerHasItsFfmpegAnyMore() throws JMSException {
        String id = shared();
        clock.advance(Duration.ofMinutes(11));
        partSweep.sweep().block(WAIT);
        try (FakeWorker worker = worker(id)) {
            assertThat(worker.claim(worker.receive()).token()).isEqualTo(3);
        }
    }

    /** An uploaded video whose first worker proposes three chunks. */
    private String shared() throws JMSException {
        return shared(CHUNKS, List.of());
    }

    private String shared(List<Long> chunks, List<Long> soundPackets) throws JMSException {
        String id = api.uploaded("long.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            ClaimReply claim = worker.claim(worker.receive());
            VideoPlan plan = new VideoPlan(
                    "ffmpeg-1",
                    "{\"source\":\"as inspected\"}",
                    100,
                    25,
                    chunks,
                    List.of(new PlannedRung("144p", 256, 144, 90_000), new PlannedRung("360p", 640, 360, 420_000)),
                    true,
                    soundPackets,
                    SampleResults.SOUNDS);
            worker.say(new VideoPlanned(id, claim.token(), claim.outputPrefix(), plan));
            worker.acknowledge();
        }
        awaitAsset(id, asset -> !asset.job().rungs().isEmpty());
        return id;
    }

    private static Map<String, PartJob> receiveAll(FakeWorker worker, int count) throws JMSException {
        Map<String, PartJob> jobs = new HashMap<>();
        for (int i = 0; i < count; i++) {
            PartJob job = worker.receivePart();
            jobs.put(job.jobId().split(":")[2], job);
        }
        return jobs;
    }

    private static void make(FakeWorker worker, PartJob job) throws JMSException {
        worker.say(answer(job, worker.claim(job.jobId(), false)));
    }

    private static Object answer(PartJob job, ClaimReply claim) {
        return switch (job.kind()) {
            case SOUND -> soundReady(job, claim);
            case CHUNK -> chunkReady(job, claim);
            case PICTURES ->
                new PicturesReady(
                        job.jobId(),
                        claim.token(),
                        claim.outputPrefix(),
                        claim.outputPrefix() + "poster-1.jpg",
                        1_000,
                        SampleResults.pictures(claim.outputPrefix()),
                        new FilmTexts(
                                List.of(new FilmTexts.Chapter(0, "开头"), new FilmTexts.Chapter(50, "后来")), List.of()));
            case CHECK -> new CheckReady(job.jobId(), claim.token());
        };
    }

    private static ChunkReady chunkReady(PartJob job, ClaimReply claim) {
        int segments = (int) (job.frames() / 100);
        List<ChunkRung> rungs = List.of(
                new ChunkRung(
                        "144p",
                        job.frames(),
                        "avc1.64000c",
                        "aa",
                        file(claim, "144p.mp4", 700, segments),
                        new PictureQuality(0.96, 39.0, 28)),
                new ChunkRung("360p", job.frames(), "avc1.64001e", "bb", file(claim, "360p.mp4", 700, segments), null));
        Note still = new Note(Kind.FROZEN, job.firstFrame() / 25.0, (job.firstFrame() + job.frames()) / 25.0);
        return new ChunkReady(
                job.jobId(), claim.token(), claim.outputPrefix(), rungs, "AAAAAAAAAAM=", new FilmNotes(List.of(still)));
    }

    private static SoundReady soundReady(PartJob job, ClaimReply claim) {
        return soundReady(
                job, claim, new Note(Kind.PAUSE, 40, 70), soundPiece(claim, 0), file(claim, "audio-001.m4a", 0, 15));
    }

    private static SoundReady soundReady(PartJob job, ClaimReply claim, Note note, SegmentedFile... pieces) {
        return new SoundReady(
                job.jobId(),
                claim.token(),
                claim.outputPrefix(),
                "mp4a.40.2",
                1,
                List.of(pieces),
                new FilmNotes(List.of(note)));
    }

    private static SegmentedFile soundPiece(ClaimReply claim, int number) {
        return file(claim, "audio-00" + number + ".m4a", 600, 10);
    }

    private static SegmentedFile file(ClaimReply claim, String name, int initBytes, int segments) {
        List<Segment> list = java.util.stream.IntStream.range(0, segments)
                .mapToObj(i -> new Segment(4, initBytes + i * 1_000L, 1_000))
                .toList();
        return new SegmentedFile(claim.outputPrefix() + name, initBytes + segments * 1_000L, initBytes, list);
    }

    private int links(String id) {
        return client.get()
                .uri("/api/v1/media-assets/{id}/links", id)
                .headers(api.me)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private String master(String id) {
        return client.get()
                .uri("/api/v1/media-assets/{id}/links", id)
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(PlaybackLinks.Links.class)
                .returnResult()
                .getResponseBody()
                .master();
    }

    private static String path(String url) {
        return URI.create(url).getRawPath() + "?" + URI.create(url).getRawQuery();
    }

    private String text(String path) {
        return new String(client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    private static long count(String text, String tag) {
        return text.lines().filter(line -> line.startsWith(tag)).count();
    }

    private static String lines(String text, String tag) {
        return text.lines().filter(line -> line.startsWith(tag)).collect(Collectors.joining("\n"));
    }
}
