package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.FilmTexts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class ChapterTest extends JobScene {

    @Autowired
    MediaLibrary library;

    @Test
    void takesOverChaptersAndSubtitlesOfTheFile() throws JMSException {
        String id = api.uploaded("课.mkv", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            ClaimReply claim = worker.claim(worker.receive());
            String prefix = claim.outputPrefix();
            subtitles(prefix + "subtitles-0.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<x>你好\n");
            subtitles(prefix + "subtitles-1.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nhello\n");
            subtitles(prefix + "subtitles-2.vtt", "nothing");
            FilmTexts texts = new FilmTexts(
                    List.of(
                            new FilmTexts.Chapter(0, "开头"),
                            new FilmTexts.Chapter(5, "选苗"),
                            new FilmTexts.Chapter(99, "later")),
                    List.of(
                            new FilmTexts.Subtitles(prefix + "subtitles-0.vtt", "chi", null),
                            new FilmTexts.Subtitles(prefix + "subtitles-1.vtt", "eng", "Words"),
                            new FilmTexts.Subtitles(prefix + "subtitles-2.vtt", null, null),
                            new FilmTexts.Subtitles("uploads/other/source", null, null),
                            new FilmTexts.Subtitles(prefix + "missing.vtt", null, null)));
            worker.say(SampleResults.video(id, claim, texts));
            worker.acknowledge();
            awaitState(id, MediaState.READY);
        }
        assertThat(view(get(id)).chapters()).containsExactly(new Chapter(0, "开头"), new Chapter(5, "选苗"));
        assertThat(library.links(id, LinkPurpose.OWNER).block(WAIT).chapters()).hasSize(2);
        client.get()
                .uri("/api/v1/media-assets/{id}/captions", id)
                .headers(api.me)
                .exchange()
                .expectBody()
                .jsonPath("$.items[*].language")
                .isEqualTo(List.of("en", "zh"))
                .jsonPath("$.items[*].name")
                .isEqualTo(List.of("Words", "中文"));
        client.get()
                .uri("/api/v1/media-assets/{id}/captions/zh", id)
                .headers(api.me)
                .exchange()
                .expectBody(String.class)
                .isEqualTo("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n你好\n");
    }

    @Test
    void keepsWhatTheLecturerTypesInTheOrderOfTime() throws JMSException {
        String id = ready("课.mp4", "VIDEO");
        assertThat(view(get(id))).isEqualTo(new ChapterController.View(0, List.of()));
        put(id, List.of(chapter(7.5, "施肥\u202E"), chapter(0, " 开头 ")), 0L)
                .expectStatus()
                .isOk();

        assertThat(view(get(id)))
                .isEqualTo(new ChapterController.View(1, List.of(new Chapter(0, "开头"), new Chapter(7.5, "施肥"))));
        library.setPublished(id, true).block(WAIT);
        assertThat(library.links(id, LinkPurpose.PUBLIC).block(WAIT).chapters())
                .extracting(Chapter::title)
                .containsExactly("开头", "施肥");

        put(id, List.of(), 0L).expectStatus().isEqualTo(412);
        put(id, List.of(), null).expectStatus().isEqualTo(428);
        put(id, List.of(), 1L).expectStatus().isOk();
        assertThat(view(get(id)).chapters()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithChapters() throws JMSException {
        String id = ready("课.mp4", "VIDEO");
        put(id, List.of(chapter(1, "a"), chapter(1, "b"), chapter(10.5, "c"), chapter(-1, "d"), chapter(2, " ")), 0L)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of(
                        "chapters[1].seconds", "chapters[2].seconds", "chapters[3].seconds", "chapters[4].title"));
        put(id, IntStream.range(0, 101).mapToObj(i -> chapter(i * 0.05, "x")).toList(), 0L)
                .expectStatus()
                .isEqualTo(422);
        get(api.uploaded("plan.pdf", "DOCUMENT")).expectStatus().isOk();
        put(api.uploaded("coming.mp4", "VIDEO"), List.of(), 0L).expectStatus().isEqualTo(409);
    }

    private void subtitles(String key, String text) {
        store.put(key, text.getBytes(StandardCharsets.UTF_8), "text/vtt").block(WAIT);
    }

    private static Map<String, Object> chapter(double seconds, String title) {
        return Map.of("seconds", seconds, "title", title);
    }

    private ResponseSpec get(String id) {
        return client.get()
                .uri("/api/v1/media-assets/{id}/chapters", id)
                .headers(api.me)
                .exchange();
    }

    private ResponseSpec put(String id, List<Map<String, Object>> chapters, Long version) {
        return client.put()
                .uri("/api/v1/media-assets/{id}/chapters", id)
                .headers(api.me)
                .headers(headers -> headers.setIfMatch(version == null ? List.of() : List.of("\"" + version + "\"")))
                .bodyValue(Map.of("chapters", chapters))
                .exchange();
    }

    private static ChapterController.View view(ResponseSpec answer) {
        return answer.expectStatus()
                .isOk()
                .expectBody(ChapterController.View.class)
                .returnResult()
                .getResponseBody();
    }
}
