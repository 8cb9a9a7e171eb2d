package org.lecturehalls.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A lesson that was encoded in chunks, taken along as a file to a hall without a network. */
@EndToEnd
class OfflineFilesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int SECONDS = 110;
    private static final int FRAMES_A_SECOND = 25;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    @TempDir
    private Path folder;

    @Test
    void aBrokenCopyGoesOnAndPlaysLikeTheLesson(RunningPlatform platform, TestFiles files) throws Exception {
        Uploads uploads = new Uploads(Api.as(platform, "lecturer"));
        JsonNode asset = uploads.bring(files.smallLecture("带走.mp4", SECONDS), "VIDEO");
        String lesson = lesson(uploads.person(), asset.path("id").asString());

        uploads.person().post(lesson + "/offline-files", null);
        JsonNode made = await().atMost(PATIENCE)
                .until(
                        () -> uploads.person().get(lesson + "/offline-files"),
                        found -> !"WAITING".equals(found.path("state").asString()));

        assertThat(made.path("state").asString()).isEqualTo("READY");
        assertThat(made.path("files").size()).isEqualTo(2);
        JsonNode video = made.path("files").path(0);
        Path copy = copied(video);
        assertThat(Files.size(copy)).isEqualTo(video.path("bytes").asLong());
        assertThat(sha256(copy)).isEqualTo(video.path("sha256").asString());
        assertThat(probe(copy, "-count_packets -select_streams v:0 -show_entries stream=nb_read_packets"))
                .isEqualTo(Integer.toString(SECONDS * FRAMES_A_SECOND));
        assertThat(probe(copy, "-show_entries format_tags=title")).isEqualTo("油茶 \"修剪\"; #1=一");
        Path sound = copied(made.path("files").path(1));
        assertThat(sha256(sound))
                .isEqualTo(made.path("files").path(1).path("sha256").asString());
        assertThat(probe(sound, "-show_entries stream=codec_name")).isEqualTo("aac\nmjpeg");
    }

    private static String lesson(Api person, String assetId) {
        JsonNode course = person.post(
                "/courses", Map.of("title", "乡村技术", "summary", "带走看", "format", "LECTURE", "language", "zh"));
        String path = "/courses/" + course.path("id").asString();
        JsonNode with = person.post(path + "/lessons", Map.of("title", "油茶 \"修剪\"; #1=一", "mediaAssetId", assetId));
        return path + "/lessons/" + with.path("lessons").path(0).path("id").asString();
    }

    /** The first third, and then what the store gives from there on. */
    private Path copied(JsonNode file) throws Exception {
        URI url = URI.create(file.path("url").asString());
        long third = file.path("bytes").asLong() / 3;
        Path copy = folder.resolve("copy." + file.path("kind").asString());
        HttpResponse<byte[]> first = read(url, "bytes=0-" + (third - 1));
        assertThat(first.statusCode()).isEqualTo(206);
        assertThat(first.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment; filename*=UTF-8''");
        HttpResponse<byte[]> rest = read(url, "bytes=" + third + "-");
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.headers().firstValue("ETag"))
                .isNotEmpty()
                .isEqualTo(first.headers().firstValue("ETag"));
        Files.write(copy, first.body());
        return Files.write(copy, rest.body(), StandardOpenOption.APPEND);
    }

    private static HttpResponse<byte[]> read(URI url, String range) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url).header("Range", range).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String sha256(Path file) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest);
    }

    private static String probe(Path file, String what) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Loader.load(org.bytedeco.ffmpeg.ffprobe.class), "-v", "error", "-of", "default=nk=1:nw=1"));
        command.addAll(List.of(what.split(" ")));
        command.add(file.toString());
        Process ffprobe = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(ffprobe.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(ffprobe.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}
