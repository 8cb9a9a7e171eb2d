package org.lecturehalls.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.messages.Item;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** What is refused, by its stable code, and what is left of it: nothing. */
@EndToEnd
class RefusalsIT {

    private static final long BILLION = 1_000_000_000L;

    @Test
    void refusesAnEmptyFileAtOnce(RunningPlatform platform, TestFiles files) throws Exception {
        HttpResponse<String> answer = new Uploads(Api.as(platform, "lecturer")).announce(files.empty(), "VIDEO");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Api.json(answer).path("code").asString()).isEqualTo("empty-file");
    }

    @Test
    void refusesAnUnknownKindAtOnce(RunningPlatform platform, TestFiles files) throws Exception {
        HttpResponse<String> answer =
                new Uploads(Api.as(platform, "lecturer")).announce(files.text("program.exe", "MZ"), "VIDEO");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Api.json(answer).path("code").asString()).isEqualTo("unknown-kind");
    }

    @TestFactory
    List<DynamicTest> refusesWithAStableCode(RunningPlatform platform, TestFiles files) throws Exception {
        String playlist = "#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n";
        String concat = "ffconcat version 1.0\nfile /etc/passwd\n";
        String sdp = "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\n";
        return List.of(
                refuses(platform, "kind-mismatch", "VIDEO", renamed(files, files.protectedPdf(), "pdf.mp4")),
                refuses(platform, "script-not-media", "VIDEO", files.text("playlist.mp4", playlist)),
                refuses(platform, "script-not-media", "VIDEO", files.text("concat.mp4", concat)),
                refuses(platform, "script-not-media", "VIDEO", files.text("sdp.mp4", sdp)),
                refuses(platform, "no-audio-or-video", "VIDEO", files.onlySubtitles()),
                refuses(platform, "truncated", "VIDEO", files.truncated()),
                refuses(platform, "too-long", "VIDEO", files.sevenHours()),
                refuses(platform, "frame-rate-too-high", "VIDEO", files.thousandFramesASecond()),
                refuses(platform, "too-many-streams", "VIDEO", files.manyStreams()),
                refuses(platform, "pdf-password", "DOCUMENT", files.protectedPdf()),
                refuses(
                        platform,
                        "document-macros",
                        "DOCUMENT",
                        files.lessonPlanWith("macro.docx", "word/vbaProject.bin", 100)),
                refuses(
                        platform,
                        "zip-bomb",
                        "DOCUMENT",
                        files.lessonPlanWith("bomb.docx", "word/media/image1.png", BILLION)),
                refuses(
                        platform,
                        "zip-entry-escapes",
                        "DOCUMENT",
                        files.lessonPlanWith("escape.docx", "../../evil", 10)));
    }

    private static DynamicTest refuses(RunningPlatform platform, String code, String kind, Path file) {
        return DynamicTest.dynamicTest(code + ": " + file.getFileName(), () -> {
            JsonNode asset = new Uploads(Api.as(platform, "lecturer")).bring(file, kind);

            assertThat(asset.path("state").asString()).isEqualTo("REFUSED");
            assertThat(asset.path("refusal").path("code").asString()).isEqualTo(code);
            assertThat(asset.path("refusal").path("message").asString()).isNotBlank();
            assertThat(objectsOf(platform, asset.path("id").asString())).isEmpty();
        });
    }

    private static List<String> objectsOf(RunningPlatform platform, String assetId) throws Exception {
        MinioClient store = MinioClient.builder()
                .endpoint(platform.storageUrl())
                .region("us-east-1")
                .credentials(platform.secret("storage.access.key"), platform.secret("storage.secret.key"))
                .build();
        List<String> names = new ArrayList<>();
        for (Result<Item> item : store.listObjects(ListObjectsArgs.builder()
                .bucket("lecture-halls")
                .prefix("media/" + assetId + "/")
                .recursive(true)
                .build())) {
            names.add(item.get().objectName());
        }
        return names;
    }

    private static Path renamed(TestFiles files, Path file, String name) throws Exception {
        return java.nio.file.Files.copy(file, file.resolveSibling(name));
    }
}
