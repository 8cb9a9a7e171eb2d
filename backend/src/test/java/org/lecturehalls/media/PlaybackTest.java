package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.storage.ObjectStore;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@PlatformTest
class PlaybackTest {

    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    WebTestClient client;

    @Autowired
    ConnectionFactory connections;

    @Autowired
    MediaLibrary library;

    @Autowired
    ObjectStore store;

    @Autowired
    TestClock clock;

    MediaApi api;

    @BeforeEach
    void newLecturer() {
        api = new MediaApi(client);
    }

    @Test
    void playsPublishedVideoToAnyone() throws Exception {
        String id = readyVideo();
        playlist("/api/v1/playback/%s/master.m3u8".formatted(id)).expectStatus().isNotFound();
        library.setPublished(id, true).block(WAIT);

        String master = text(playlist("/api/v1/playback/%s/master.m3u8".formatted(id)));
        assertThat(master).isEqualTo("""
                        #EXTM3U
                        #EXT-X-VERSION:7
                        #EXT-X-INDEPENDENT-SEGMENTS
                        #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="sound",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="1",URI="audio.m3u8"
                        #EXT-X-STREAM-INF:BANDWIDTH=132000,AVERAGE-BANDWIDTH=108000,CODECS="avc1.64000c,mp4a.40.2",RESOLUTION=256x144,FRAME-RATE=25.000,AUDIO="sound"
                        144p.m3u8
                        #EXT-X-STREAM-INF:BANDWIDTH=472000,AVERAGE-BANDWIDTH=348000,CODECS="avc1.64001e,mp4a.40.2",RESOLUTION=640x360,FRAME-RATE=25.000,AUDIO="sound"
                        360p.m3u8
                        #EXT-X-STREAM-INF:BANDWIDTH=52000,AVERAGE-BANDWIDTH=48000,CODECS="mp4a.40.2"
                        audio.m3u8
                        """);

        String media = text(playlist("/api/v1/playback/%s/360p.m3u8".formatted(id)));
        String url = first(media, "#EXT-X-MAP:URI=\"([^\"]+)\",BYTERANGE=\"100@0\"");
        assertThat(media.replace(url, "URL")).isEqualTo("""
                        #EXTM3U
                        #EXT-X-VERSION:7
                        #EXT-X-INDEPENDENT-SEGMENTS
                        #EXT-X-TARGETDURATION:4
                        #EXT-X-MEDIA-SEQUENCE:0
                        #EXT-X-PLAYLIST-TYPE:VOD
                        #EXT-X-MAP:URI="URL",BYTERANGE="100@0"
                        #EXTINF:4.000,
                        #EXT-X-BYTERANGE:300@100
                        URL
                        #EXTINF:4.000,
                        #EXT-X-BYTERANGE:400@400
                        URL
                        #EXTINF:2.040,
                        #EXT-X-BYTERANGE:200@800
                        URL
                        #EXT-X-ENDLIST
                        """);
        assertThat(read(url, "bytes=100-399")).hasSize(300);
        playlist("/api/v1/playback/%s/720p.m3u8".formatted(id)).expectStatus().isNotFound();
        playlist("/api/v1/playback/%s/audio.m3u8".formatted(id))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Content-Type", "application/vnd.apple.mpegurl")
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=300, public");
    }

    @Test
    void givesTheSameAddressesForHoursSoThatCachesWork() throws Exception {
        String id = readyVideo();
        library.setPublished(id, true).block(WAIT);
        String path = "/api/v1/playback/%s/360p.m3u8".formatted(id);
        clock.advance(Duration.between(clock.instant(), nextStretch()));
        String early = text(playlist(path));
        clock.advance(Duration.ofHours(5));
        assertThat(text(playlist(path))).isEqualTo(early);
        clock.advance(Duration.ofHours(2));
        assertThat(text(playlist(path))).isNotEqualTo(early);
    }

    private Instant nextStretch() {
        long stretch = Duration.ofHours(6).toSeconds();
        return Instant.ofEpochSecond((clock.instant().getEpochSecond() / stretch + 1) * stretch);
    }

    @Test
    void playsUnpublishedVideoToOwnerForShortTimeOnly() throws Exception {
        String id = readyVideo();
        String master = links(id).master();
        assertThat(master).contains("?token=");
        String path = URI.create(master).getRawPath() + "?" + URI.create(master).getRawQuery();
        String text = text(playlist(path));
        String rung = first(text, "(360p\\.m3u8\\?token=\\S+)");
        String media = text(playlist("/api/v1/playback/%s/%s".formatted(id, rung)));
        String url = first(media, "URI=\"([^\"]+)\"");
        assertThat(url).contains("X-Amz-Expires=1800");
        assertThat(read(url, "bytes=0-99")).hasSize(100);
        playlist(path).expectHeader().valueEquals("Cache-Control", "no-store");

        String other = readyVideo();
        playlist(path.replace(id, other)).expectStatus().isNotFound();
        playlist(path + "x").expectStatus().isNotFound();
        playlist(path.substring(0, path.indexOf('.', path.indexOf("token"))))
                .expectStatus()
                .isNotFound();
        clock.advance(Duration.ofMinutes(31));
        playlist(path).expectStatus().isEqualTo(410);
    }

    @Test
    void playsAudioLessonBehindThePictureThatStandsForIt() throws Exception {
        String id = api.uploaded("lesson.mp3", "VIDEO");
        try (FakeWorker worker = new FakeWorker(connections, MediaQueues.VIDEO_JOBS, id)) {
            worker.say(SampleResults.audioLesson(id, worker.claim(worker.receive())));
        }
        awaitReady(id);
        assertThat(api.asset(id).audioOnly()).isTrue();
        library.setPublished(id, true).block(WAIT);
        assertThat(text(playlist("/api/v1/playback/%s/master.m3u8".formatted(id))))
                .isEqualTo("""
                        #EXTM3U
                        #EXT-X-VERSION:7
                        #EXT-X-INDEPENDENT-SEGMENTS
                        #EXT-X-STREAM-INF:BANDWIDTH=52000,AVERAGE-BANDWIDTH=48000,CODECS="mp4a.40.2"
                        audio.m3u8
                        """);
        MediaLinks links = library.links(id, LinkPurpose.PUBLIC).block(WAIT);
        assertThat(links.poster()).contains("/poster-1.jpg?");
        assertThat(links.thumbnails()).isNull();
    }

    @Test
    void showsJudgesTheBlindCopyOnly() throws Exception {
        String id = api.uploaded("plan.docx", "DOCUMENT");
        try (FakeWorker worker = new FakeWorker(connections, MediaQueues.DOCUMENT_JOBS, id)) {
            ClaimReply claim = worker.claim(worker.receive());
            put(claim.outputPrefix() + "blind.pdf", 10);
            worker.say(SampleResults.document(id, claim, 2));
        }
        awaitReady(id);
        MediaLinks judge = library.links(id, LinkPurpose.JUDGE).block(WAIT);
        assertThat(judge.pdf()).contains("/blind.pdf?").doesNotContain("plan.docx");
        assertThat(judge.pageImages()).hasSize(2);
        assertThat(judge.expiresAt()).isBefore(clock.instant().plus(Duration.ofMinutes(31)));
        assertThat(read(judge.pdf(), "bytes=0-9")).hasSize(10);
        PlaybackLinks.Links owner = links(id);
        assertThat(owner.pdf()).contains("/document.pdf?");
        assertThat(owner.text()).contains("/text.txt?");
        client.get()
                .uri("/api/v1/media-assets/{id}/links", id)
                .headers(TestTokens.as(Role.JUDGE, "4510", "judge"))
                .exchange()
                .expectStatus()
                .isNotFound();
        client.get()
                .uri("/api/v1/playback/{id}/master.m3u8", id)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private String readyVideo() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = new FakeWorker(connections, MediaQueues.VIDEO_JOBS, id)) {
            ClaimReply claim = worker.claim(worker.receive());
            for (String name : List.of("144p.mp4", "360p.mp4", "audio.m4a", "poster.jpg")) {
                put(claim.outputPrefix() + name, 1_000);
            }
            worker.say(SampleResults.video(id, claim));
        }
        awaitReady(id);
        return id;
    }

    private void awaitReady(String id) {
        await().atMost(WAIT).until(() -> api.asset(id).state() == MediaState.READY);
    }

    private void put(String key, int size) {
        store.put(key, new byte[size], "application/octet-stream").block(WAIT);
    }

    private PlaybackLinks.Links links(String id) {
        return client.get()
                .uri("/api/v1/media-assets/{id}/links", id)
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(PlaybackLinks.Links.class)
                .returnResult()
                .getResponseBody();
    }

    private WebTestClient.ResponseSpec playlist(String path) {
        return client.get().uri(path).exchange();
    }

    private static String text(WebTestClient.ResponseSpec response) {
        byte[] body = response.expectStatus().isOk().expectBody().returnResult().getResponseBody();
        return new String(body, StandardCharsets.UTF_8);
    }

    private static byte[] read(String url, String range) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).header("Range", range).build();
        HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(206);
        return response.body();
    }

    private static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
