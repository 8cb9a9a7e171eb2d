package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.support.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class PosterTest extends JobScene {

    @Autowired
    MediaLibrary library;

    @Test
    void showsTheChosenOne() throws JMSException {
        String id = ready("课.mp4", "VIDEO");
        PosterController.View before = view(get(id));
        assertThat(before.chosen()).isEqualTo(2);
        assertThat(before.posters()).hasSize(3).allMatch(url -> url.contains("/poster-"));
        assertThat(library.links(id, LinkPurpose.OWNER).block(WAIT).poster()).contains("poster-2.jpg");

        String tag = get(id).expectBody().returnResult().getResponseHeaders().getETag();
        assertThat(tag).isEqualTo("\"" + before.version() + "\"");
        ResponseSpec chosen = choose(id, 3, tag);
        assertThat(view(chosen).chosen()).isEqualTo(3);
        assertThat(library.links(id, LinkPurpose.OWNER).block(WAIT).poster()).contains("poster-3.jpg");
        choose(id, 1, tag).expectStatus().isEqualTo(412);
        assertThat(view(get(id)).chosen()).isEqualTo(3);
    }

    @Test
    void refusesWhatCannotBeChosen() throws JMSException {
        String id = ready("课.mp4", "VIDEO");
        choose(id, 1, null).expectStatus().isEqualTo(428);
        choose(id, 4, "\"1\"").expectStatus().isEqualTo(422);
        choose(id, 0, "\"1\"").expectStatus().isEqualTo(422);
        client.put()
                .uri("/api/v1/media-assets/{id}/poster", id)
                .headers(TestTokens.as(Role.LECTURER, MediaApi.REGION, "user-" + Ids.next()))
                .header(HttpHeaders.IF_MATCH, "\"1\"")
                .bodyValue(Map.of("number", 1))
                .exchange()
                .expectStatus()
                .isNotFound();
        get(api.uploaded("coming.mp4", "VIDEO")).expectStatus().isEqualTo(409);
    }

    @Test
    void servesTheStripAsTextTrackOfSignedSheets() throws JMSException {
        String id = ready("课.mp4", "VIDEO");
        String path = "/api/v1/playback/" + id + "/thumbnails.vtt";
        client.get().uri(path).exchange().expectStatus().isNotFound();
        library.setPublished(id, true).block(WAIT);

        assertThat(library.links(id, LinkPurpose.PUBLIC).block(WAIT).thumbnails())
                .endsWith(path);
        String text = new String(
                client.get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .valueEquals("Content-Type", "text/vtt;charset=utf-8")
                        .expectBody()
                        .returnResult()
                        .getResponseBody(),
                StandardCharsets.UTF_8);
        assertThat(text.replaceAll("http\\S+/(strip-\\d\\.jpg)\\S*#", "$1#")).isEqualTo("""
                WEBVTT

                00:00:00.000 --> 00:00:02.008
                strip-1.jpg#xywh=0,0,160,90

                00:00:02.008 --> 00:00:04.016
                strip-1.jpg#xywh=160,0,160,90

                00:00:04.016 --> 00:00:06.024
                strip-1.jpg#xywh=0,90,160,90

                00:00:06.024 --> 00:00:08.032
                strip-1.jpg#xywh=160,90,160,90

                00:00:08.032 --> 00:00:10.040
                strip-2.jpg#xywh=0,0,160,90
                """);
    }

    private ResponseSpec get(String id) {
        return client.get()
                .uri("/api/v1/media-assets/{id}/poster", id)
                .headers(api.me)
                .exchange();
    }

    private ResponseSpec choose(String id, int number, String ifMatch) {
        return client.put()
                .uri("/api/v1/media-assets/{id}/poster", id)
                .headers(api.me)
                .headers(headers -> headers.setIfMatch(ifMatch == null ? List.of() : List.of(ifMatch)))
                .bodyValue(Map.of("number", number))
                .exchange();
    }

    private static PosterController.View view(ResponseSpec answer) {
        return answer.expectStatus()
                .isOk()
                .expectBody(PosterController.View.class)
                .returnResult()
                .getResponseBody();
    }
}
