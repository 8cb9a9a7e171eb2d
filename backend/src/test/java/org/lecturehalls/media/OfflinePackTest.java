package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lecturehalls.media.contract.CancelJob;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.media.contract.PackJob;
import org.lecturehalls.media.contract.PackKind;
import org.lecturehalls.media.contract.PackReady;
import org.lecturehalls.media.contract.PackReady.PackedFile;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain files of videos: made when they are wanted, given to whoever may watch, and gone with the video. */
@PlatformTest
class OfflinePackTest extends JobScene {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TITLE = "油茶修剪：\"第一课\"/上";

    @Autowired
    MediaLibrary library;

    @Autowired
    PackSweep packSweep;

    @Autowired
    OrphanFinder orphans;

    @Autowired
    AssetRecords assets;

    @Test
    void isMadeOfThe360LinesAndTheSound() throws JMSException {
        String id = ready("a.mp4", "VIDEO");
        assertThat(files(id)).isEqualTo(new OfflineFiles(OfflineState.NONE, List.of()));

        order(id, TITLE);
        order(id, TITLE);

        assertThat(files(id).state()).isEqualTo(OfflineState.WAITING);
        try (FakeWorker worker = packer(id)) {
            PackJob job = worker.receivePack();
            assertThat(job.title()).isEqualTo(TITLE);
            assertThat(job.seconds()).isEqualTo(10.04);
            String prefix = job.coverKey().replace("poster-2.jpg", "");
            assertThat(job.picture())
                    .containsExactly(
                            new PackJob.Stretch(prefix + "360p.mp4", 0, 100),
                            new PackJob.Stretch(prefix + "360p.mp4", 100, 900));
            assertThat(job.sound()).extracting(PackJob.Stretch::key).containsOnly(prefix + "audio.m4a");
            ClaimReply claim = worker.claim(job.jobId(), false);
            assertThat(claim.outputPrefix()).startsWith("media/" + id + "/pack/");

            worker.say(pack(job, claim));

            OfflineFiles made = awaitState(id, OfflineState.READY);
            assertThat(made.files()).extracting(OfflineFile::kind).containsExactly(PackKind.VIDEO, PackKind.SOUND);
            assertThat(made.files().get(0).fileName()).isEqualTo("油茶修剪： 第一课 上.mp4");
            assertThat(made.files()).extracting(OfflineFile::bytes).containsExactly(5L, 5L);
            worker.acknowledge();
            order(id, TITLE);
            assertThat(worker.hasNothingToDo())
                    .as("what is there is not made again")
                    .isTrue();
        }
    }

    @Test
    void isReadInRangesUnderItsTitle() throws Exception {
        String id = packed();
        library.setPublished(id, true).block(WAIT);
        OfflineFile video =
                library.offlineFiles(id, LinkPurpose.PUBLIC).block(WAIT).files().get(0);
        EntityExchangeResult<Void> sent =
                get(video.url()).expectStatus().isFound().expectBody(Void.class).returnResult();
        byte[] digest = HexFormat.of().parseHex(video.sha256());
        assertThat(sent.getResponseHeaders().getFirst("Repr-Digest"))
                .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
        assertThat(sent.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
        URI address = sent.getResponseHeaders().getLocation();

        HttpResponse<byte[]> whole = read(address);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(sha256(whole.body())).isEqualTo(video.sha256());
        assertThat(whole.headers().firstValue("Content-Type")).contains("video/mp4");
        assertThat(whole.headers().firstValue("Content-Disposition"))
                .contains(
                        "attachment; filename*=UTF-8''"
                                + "%E6%B2%B9%E8%8C%B6%E4%BF%AE%E5%89%AA%EF%BC%9A%20%E7%AC%AC%E4%B8%80%E8%AF%BE%20%E4%B8%8A.mp4");
        String etag = whole.headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> rest = read(address, "Range", "bytes=2-", "If-Range", etag);
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.headers().firstValue("Content-Range")).contains("bytes 2-4/5");
        assertThat(rest.headers().firstValue("ETag")).contains(etag);
        assertThat(new String(rest.body(), StandardCharsets.UTF_8)).isEqualTo("DEO");
    }

    @Test
    void isOnlyForWhoeverMayWatch() throws JMSException {
        String id = packed();
        StepVerifier.create(library.offlineFiles(id, LinkPurpose.PUBLIC))
                .expectError(NotFoundException.class)
                .verify(WAIT);
        URI own = files(id).files().get(0).url();
        URI bare = URI.create(own.toString().replaceAll("\\?.*", ""));
        get(own).expectStatus().isFound();
        get(bare).expectStatus().isNotFound();
        get(URI.create(bare + "?token=1.x")).expectStatus().isNotFound();

        library.setPublished(id, true).block(WAIT);
        get(bare).expectStatus().isFound();
        get(URI.create(bare.toString().replaceAll("/files/.{4}", "/files/0000")))
                .expectStatus()
                .isNotFound();

        library.setPublished(id, false).block(WAIT);
        get(bare).expectStatus().isNotFound();
        library.setPublished(id, true).block(WAIT);
        delete(id);
        get(bare).expectStatus().isNotFound();
    }

    @Test
    void isCountedAndGoesWithTheVideo() throws JMSException {
        String id = packed();
        assertThat(api.asset(id).bytes()).isEqualTo(3_010);
        assertThat(storage().get("renditions").asLong()).isEqualTo(3_010);
        assertThat(list("media/" + id + "/pack/")).hasSize(2);

        delete(id);

        assertThat(objectsOf(id)).isEmpty();
        assertThat(storage().get("renditions").asLong()).isZero();
    }

    @Test
    void isKnownToTheLookForOrphans() throws JMSException {
        String id = packed();
        put("media/" + id + "/pack/77-" + "a".repeat(26) + "/video.mp4");
        Asset asset = assets.get(id).block(WAIT);
        clock.advance(Duration.ofDays(2));

        assertThat(orphans.of(asset).mapNotNull(Orphan::prefix).collectList().block(WAIT))
                .containsExactly("media/" + id + "/pack/77-" + "a".repeat(26) + "/");
    }

    @Test
    void lateAndRepeatedAnswersChangeNothing() throws JMSException {
        String id = ready("a.mp4", "VIDEO");
        order(id, TITLE);
        try (FakeWorker worker = packer(id)) {
            PackJob job = worker.receivePack();
            ClaimReply frozen = worker.claim(job.jobId(), false);
            assertThat(worker.claim(job.jobId(), false)).isEqualTo(ClaimReply.DENIED);
            ClaimReply present = worker.claim(job.jobId(), true);
            assertThat(present.token()).isGreaterThan(frozen.token());

            worker.say(pack(job, frozen));
            worker.say(new JobFailed(job.jobId(), frozen.token(), "too late", ""));
            worker.say(new JobProgress(job.jobId(), frozen.token(), JobStep.STORING, 99));
            await().atMost(WAIT).until(() -> list(frozen.outputPrefix()).isEmpty());
            assertThat(files(id).state()).isEqualTo(OfflineState.WAITING);

            PackReady answer = pack(job, present);
            worker.say(answer);
            worker.say(answer);
            worker.say(new JobFailed(job.jobId(), present.token(), "after the end", ""));
            afterAllAnswersSoFar(worker);
            assertThat(files(id).state()).isEqualTo(OfflineState.READY);
            assertThat(list("media/" + id + "/pack/")).hasSize(2);
        }
    }

    @Test
    void isTriedAgainWhenItsWorkerIsSilentButNotForEver() throws JMSException {
        String id = ready("a.mp4", "VIDEO");
        order(id, TITLE);
        try (FakeWorker worker = packer(id)) {
            for (int attempt = 1; attempt <= 3; attempt++) {
                PackJob job = worker.receivePack();
                assertThat(worker.claim(job.jobId(), false).granted()).isTrue();
                worker.acknowledge();
                clock.advance(LEASE);
                packSweep.sweep().block(WAIT);
            }
            assertThat(files(id).state()).isEqualTo(OfflineState.FAILED);
            assertThat(worker.hasNothingToDo()).isTrue();

            order(id, TITLE);
            assertThat(worker.claim(worker.receivePack().jobId(), false).granted())
                    .isTrue();
        }
    }

    @Test
    void sendsLostOrderAgain() throws JMSException {
        String id = ready("a.mp4", "VIDEO");
        order(id, TITLE);
        try (FakeWorker worker = packer(id)) {
            worker.receivePack();
            worker.acknowledge();
            packSweep.sweep().block(WAIT);
            assertThat(worker.hasNothingToDo()).isTrue();
            clock.advance(Duration.ofSeconds(61));
            packSweep.sweep().block(WAIT);
            assertThat(worker.receivePack().title()).isEqualTo(TITLE);
        }
    }

    @Test
    void isMadeAnewForAnotherTitleAndTheOldFilesStayForAWhile() throws JMSException {
        String id = packed();
        List<String> old =
                list("media/" + id + "/pack/").stream().map(each -> each.key()).toList();
        order(id, "新题目");
        assertThat(files(id).state()).isEqualTo(OfflineState.WAITING);
        assertThat(files(id).files()).hasSize(2);

        make(id);

        assertThat(files(id).files().get(0).fileName()).isEqualTo("新题目.mp4");
        assertThat(list("media/" + id + "/pack/")).hasSize(4);
        clock.advance(Duration.ofHours(13));
        collector.sweep().block(WAIT);
        assertThat(list("media/" + id + "/pack/").stream().map(each -> each.key()))
                .hasSize(2)
                .doesNotContainAnyElementsOf(old);
    }

    @Test
    void isOfTheContentThatIsShown() throws JMSException {
        String id = packed();
        UploadView upload = api.open(Map.of(
                        "fileName", "新.mp4", "size", 3, "contentType", "video/mp4", "kind", "VIDEO", "replaces", id))
                .expectStatus()
                .isCreated()
                .expectBody(UploadView.class)
                .returnResult()
                .getResponseBody();
        String fresh = api.uploaded(upload, "abc".getBytes(StandardCharsets.UTF_8));
        try (FakeWorker worker = worker(fresh)) {
            ClaimReply claim = worker.claim(worker.receive());
            worker.say(SampleResults.video(fresh, claim));
            worker.acknowledge();
        }
        await().atMost(WAIT).until(() -> files(id).state() == OfflineState.NONE);

        order(id, TITLE);
        try (FakeWorker worker = packer(fresh)) {
            PackJob job = worker.receivePack();
            assertThat(job.picture().get(0).key()).startsWith("media/" + fresh + "/");
            worker.say(pack(job, worker.claim(job.jobId(), false)));
            awaitState(id, OfflineState.READY);
            worker.acknowledge();
        }
    }

    @Test
    void stopsItsWorkerWhenTheVideoIsDeleted() throws JMSException {
        String id = ready("a.mp4", "VIDEO");
        order(id, TITLE);
        try (FakeWorker worker = packer(id)) {
            PackJob job = worker.receivePack();
            ClaimReply claim = worker.claim(job.jobId(), false);
            put(claim.outputPrefix() + "video.mp4");

            delete(id);

            assertThat(worker.cancellation()).isEqualTo(new CancelJob(job.jobId(), claim.token()));
            assertThat(worker.claim(job.jobId(), true)).isEqualTo(ClaimReply.DENIED);
        }
        assertThat(objectsOf(id)).isEmpty();
    }

    @Test
    void stopsItsWorkerWhenNoLessonHasTheVideoAnyMoreAndIsMadeWhenWantedAgain() throws JMSException {
        String id = ready("a.mp4", "VIDEO");
        library.stopOfflineFiles(id).block(WAIT);
        order(id, TITLE);
        try (FakeWorker worker = packer(id)) {
            PackJob job = worker.receivePack();
            ClaimReply claim = worker.claim(job.jobId(), false);

            library.stopOfflineFiles(id).block(WAIT);

            assertThat(worker.cancellation().token()).isEqualTo(claim.token());
            worker.say(pack(job, claim));
            afterAllAnswersSoFar(worker);
            assertThat(files(id).files()).isEmpty();
            assertThat(list("media/" + id + "/pack/")).as("what came too late").isEmpty();
            worker.acknowledge();
        }
        order(id, TITLE);
        make(id);
        library.stopOfflineFiles(id).block(WAIT);
        assertThat(files(id).state()).as("what is there stays").isEqualTo(OfflineState.READY);
    }

    @Test
    void refusesWhatIsNoReadyVideo() throws JMSException {
        String document = ready("b.docx", "DOCUMENT");
        assertThatThrownBy(() -> order(document, TITLE)).isInstanceOf(ConflictException.class);
        String early = api.uploaded("a.mp4", "VIDEO");
        assertThatThrownBy(() -> order(early, TITLE)).isInstanceOf(ConflictException.class);
    }

    @Test
    void doesNotKeepFilesThatContradictThemselves() throws JMSException {
        String id = ready("a.mp4", "VIDEO");
        order(id, TITLE);
        try (FakeWorker worker = packer(id)) {
            PackJob job = worker.receivePack();
            ClaimReply claim = worker.claim(job.jobId(), false);
            worker.say(new PackReady(
                    job.jobId(),
                    claim.token(),
                    claim.outputPrefix(),
                    List.of(new PackedFile(PackKind.VIDEO, "uploads/" + id + "/source", 5, "0".repeat(64)))));
            assertThat(worker.receivePack().jobId()).isEqualTo(job.jobId());
            assertThat(files(id).files()).isEmpty();
            worker.acknowledge();
        }
    }

    private void order(String id, String title) {
        library.orderOfflineFiles(id, title, "").block(WAIT);
    }

    private String packed() throws JMSException {
        String id = ready("a.mp4", "VIDEO");
        order(id, TITLE);
        make(id);
        return id;
    }

    private void make(String id) throws JMSException {
        try (FakeWorker worker = packer(id)) {
            PackJob job = worker.receivePack();
            worker.say(pack(job, worker.claim(job.jobId(), false)));
            worker.acknowledge();
            awaitState(id, OfflineState.READY);
        }
    }

    private FakeWorker packer(String id) {
        return new FakeWorker(connections, MediaQueues.PACK_JOBS, id + "/pack");
    }

    /** Stores two files of five bytes each, which are other ones for each attempt. */
    private PackReady pack(PackJob job, ClaimReply claim) {
        return new PackReady(
                job.jobId(),
                claim.token(),
                claim.outputPrefix(),
                List.of(
                        stored(PackKind.VIDEO, claim.outputPrefix() + "video.mp4", "VIDEO"),
                        stored(PackKind.SOUND, claim.outputPrefix() + "sound.m4a", "SOUND")));
    }

    private PackedFile stored(PackKind kind, String key, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        store.put(key, bytes, "video/mp4").block(WAIT);
        return new PackedFile(kind, key, bytes.length, sha256(bytes));
    }

    private OfflineFiles files(String id) {
        return library.offlineFiles(id, LinkPurpose.OWNER).block(WAIT);
    }

    private OfflineFiles awaitState(String id, OfflineState state) {
        return await().atMost(WAIT).until(() -> files(id), found -> found.state() == state);
    }

    private JsonNode storage() {
        byte[] body = client.get()
                .uri("/api/v1/me/storage")
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(body).get("use");
    }

    private ResponseSpec get(URI address) {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return client.get().uri(address.getRawPath() + query).exchange();
    }

    private void delete(String id) {
        client.delete()
                .uri("/api/v1/media-assets/{id}", id)
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private static HttpResponse<byte[]> read(URI address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
