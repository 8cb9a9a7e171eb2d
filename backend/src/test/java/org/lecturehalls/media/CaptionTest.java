package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Captions from a lecturer's file to a villager's player. */
@PlatformTest
class CaptionTest extends JobScene {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String SRT = "1\n00:00:01,000 --> 00:00:03,000\n大家好，我们来说<script>芒果</script>\n";

    @Autowired
    MediaLibrary library;

    @Test
    void playsCaptionsThatCameInChineseEncoding() throws JMSException {
        String id = ready("课.mp4", "VIDEO");
        put(id, "zh", "中文", SRT.getBytes(Charset.forName("GB18030")))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.caption.cues")
                .isEqualTo(1)
                .jsonPath("$.found.encoding")
                .isEqualTo("GB18030")
                .jsonPath("$.found.format")
                .isEqualTo("srt")
                .jsonPath("$.found.cleaned")
                .isEqualTo(1)
                .jsonPath("$.found.dropped")
                .isEqualTo(0);
        library.setPublished(id, true).block(LIMIT);

        assertThat(play(id, "master.m3u8"))
                .contains("#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"captions\",NAME=\"中文\",LANGUAGE=\"zh\"")
                .contains("URI=\"captions/zh.m3u8\"")
                .contains("AUDIO=\"sound\",SUBTITLES=\"captions\"\n144p.m3u8");
        assertThat(play(id, "captions/zh.m3u8")).contains("#EXTINF:10.040,\nzh.vtt\n#EXT-X-ENDLIST");
        assertThat(play(id, "captions/zh.vtt")).isEqualTo("WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n大家好，我们来说芒果\n");
    }

    @Test
    void listsReplacesAndRemoves() throws JMSException {
        String id = ready("课.mp4", "VIDEO");
        put(id, "zh", "旧", SRT.getBytes(StandardCharsets.UTF_8)).expectStatus().isOk();
        put(id, "zh", "中文", SRT.getBytes(StandardCharsets.UTF_8)).expectStatus().isEqualTo(428);
        put(id, "zh", "中文", SRT.getBytes(StandardCharsets.UTF_8), 9L)
                .expectStatus()
                .isEqualTo(412);
        put(id, "en", "中文", SRT.getBytes(StandardCharsets.UTF_8), 1L)
                .expectStatus()
                .isEqualTo(412);
        put(id, "zh", "中文", SRT.getBytes(StandardCharsets.UTF_8), 1L)
                .expectStatus()
                .isOk();
        refused(put(id, "en", "中文", SRT.getBytes(StandardCharsets.UTF_8)), "invalid-input");
        put(id, "en", "English", SRT.getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isOk();
        listed(id)
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[1].name")
                .isEqualTo("中文");

        delete(id, "en", 2L).expectStatus().isEqualTo(412);
        for (int i = 0; i < 2; i++) {
            delete(id, "en", 1L).expectStatus().isNoContent();
        }
        listed(id).jsonPath("$.items.length()").isEqualTo(1);
        client.get()
                .uri("/api/v1/playback/{id}/captions/zh.vtt", id)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void saysWhatIsWrongWithAFile() throws JMSException {
        String id = ready("课.mp4", "VIDEO");
        refused(put(id, "zh", "中文", "<html>".getBytes(StandardCharsets.UTF_8)), "caption-without-cues");
        refused(put(id, "zh", "中文", new byte[(1 << 20) + 1]), "caption-too-large");
        refused(put(id, "zh", "a\"b", SRT.getBytes(StandardCharsets.UTF_8)), "invalid-input");
        refused(put(id, "中文", "中文", SRT.getBytes(StandardCharsets.UTF_8)), "invalid-input");
        put(api.uploaded("coming.mp4", "VIDEO"), "zh", "中文", SRT.getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isEqualTo(409);
        client.put()
                .uri("/api/v1/media-assets/{id}/captions/zh?name=x", id)
                .headers(TestTokens.as(Role.LECTURER, MediaApi.REGION, "user-" + Ids.next()))
                .bodyValue(SRT)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private static void refused(WebTestClient.ResponseSpec answer, String code) {
        answer.expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    @Test
    void givesBackWhatWasKept() throws JMSException {
        String id = ready("课.mp4", "VIDEO");
        put(id, "zh", "中文", SRT.getBytes(StandardCharsets.UTF_8)).expectStatus().isOk();
        client.get()
                .uri("/api/v1/media-assets/{id}/captions/zh", id)
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody(String.class)
                .isEqualTo("WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n大家好，我们来说芒果\n");
    }

    private WebTestClient.ResponseSpec delete(String id, String language, long version) {
        return client.delete()
                .uri("/api/v1/media-assets/{id}/captions/{language}", id, language)
                .headers(api.me)
                .header("If-Match", "\"" + version + "\"")
                .exchange();
    }

    private WebTestClient.ResponseSpec put(String id, String language, String name, byte[] file) {
        return put(id, language, name, file, null);
    }

    private WebTestClient.ResponseSpec put(String id, String language, String name, byte[] file, Long version) {
        return client.put()
                .uri("/api/v1/media-assets/{id}/captions/{language}?name={name}", id, language, name)
                .headers(api.me)
                .headers(headers -> headers.setIfMatch(version == null ? List.of() : List.of("\"" + version + "\"")))
                .bodyValue(file)
                .exchange();
    }

    private WebTestClient.BodyContentSpec listed(String id) {
        return client.get()
                .uri("/api/v1/media-assets/{id}/captions", id)
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private String play(String id, String file) {
        byte[] body = client.get()
                .uri("/api/v1/playback/" + id + "/" + file)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(body, StandardCharsets.UTF_8);
    }
}
